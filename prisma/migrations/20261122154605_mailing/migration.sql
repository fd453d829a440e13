-- CreateEnum
CREATE TYPE "MailFailure" AS ENUM ('BOUNCED', 'REFUSED', 'EXPIRED', 'PAUSED', 'ADDRESS');

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "mailed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "composer" TEXT,
ADD COLUMN     "data" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "failure" "MailFailure",
ADD COLUMN     "given_up_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_at" TIMESTAMPTZ(3),
ADD COLUMN     "retried_at" TIMESTAMPTZ(3),
ALTER COLUMN "subject" SET DEFAULT '',
ALTER COLUMN "text" SET DEFAULT '',
ALTER COLUMN "html" SET DEFAULT '';

-- CreateTable
CREATE TABLE "mail_setting" (
    "person_id" UUID NOT NULL,
    "on" BOOLEAN NOT NULL DEFAULT true,
    "days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "hour" INTEGER NOT NULL DEFAULT 7,
    "quiet_from" INTEGER NOT NULL DEFAULT 19,
    "quiet_to" INTEGER NOT NULL DEFAULT 7,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "secret" TEXT NOT NULL,

    CONSTRAINT "mail_setting_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "digest_slot" (
    "person_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "notices" INTEGER NOT NULL,

    CONSTRAINT "digest_slot_pkey" PRIMARY KEY ("person_id","day")
);

-- CreateTable
CREATE TABLE "mail_address" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "digest_slot_at_idx" ON "digest_slot"("at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_address_address_key" ON "mail_address"("address");

-- CreateIndex
CREATE INDEX "mail_address_paused_at_id_idx" ON "mail_address"("paused_at", "id");

-- CreateIndex
CREATE INDEX "outbox_mail_given_up_at_id_idx" ON "outbox_mail"("given_up_at", "id");

-- Nobody is mailed about what happened before there were digests.
UPDATE "notice" SET "mailed_at" = "created_at";
