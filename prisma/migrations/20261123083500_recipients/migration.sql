-- DropForeignKey
ALTER TABLE "announcement_recipient" DROP CONSTRAINT "announcement_recipient_group_id_fkey";

-- DropForeignKey
ALTER TABLE "announcement_recipient" DROP CONSTRAINT "announcement_recipient_organisation_id_fkey";

-- AlterTable
ALTER TABLE "announcement_recipient" DROP COLUMN "group_id",
DROP COLUMN "organisation_id";
