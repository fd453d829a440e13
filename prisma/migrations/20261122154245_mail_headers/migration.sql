-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "headers" JSONB;
