-- CreateEnum
CREATE TYPE "AnnouncementKind" AS ENUM ('INFO', 'IMPORTANT', 'ACTION');

-- CreateEnum
CREATE TYPE "AnnouncementStatus" AS ENUM ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Classification" AS ENUM ('OFFEN', 'INTERN', 'VERTRAULICH');

-- CreateEnum
CREATE TYPE "AnnouncementTemplate" AS ENUM ('OPERATION', 'REACHABILITY', 'AVAILABILITY');

-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'ANNOUNCEMENT';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "announcement_id" UUID;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "announcement_id" UUID;

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,
    "template" "AnnouncementTemplate",
    "kind" "AnnouncementKind" NOT NULL DEFAULT 'INFO',
    "status" "AnnouncementStatus" NOT NULL DEFAULT 'DRAFT',
    "classification" "Classification" NOT NULL DEFAULT 'INTERN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3),
    "links" JSONB NOT NULL DEFAULT '[]',
    "kinds" "OrganisationKind"[] DEFAULT ARRAY[]::"OrganisationKind"[],
    "kreis_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "organisation_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "group_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "roles" "OrganisationRole"[] DEFAULT ARRAY[]::"OrganisationRole"[],
    "except_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "asks_acknowledgement" BOOLEAN NOT NULL DEFAULT false,
    "comments_open" BOOLEAN NOT NULL DEFAULT true,
    "contact_topic_id" UUID,
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_phone" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publish_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "pinned_until" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT NOT NULL DEFAULT '',
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_topic" (
    "announcement_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "announcement_topic_pkey" PRIMARY KEY ("announcement_id","topic_id")
);

-- CreateTable
CREATE TABLE "announcement_correction" (
    "announcement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "links" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "announcement_correction_pkey" PRIMARY KEY ("announcement_id","version")
);

-- CreateTable
CREATE TABLE "announcement_organisation" (
    "announcement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "announcement_organisation_pkey" PRIMARY KEY ("announcement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "announcement_group" (
    "announcement_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "announcement_group_pkey" PRIMARY KEY ("announcement_id","group_id")
);

-- CreateTable
CREATE TABLE "announcement_recipient" (
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "group_id" UUID,

    CONSTRAINT "announcement_recipient_pkey" PRIMARY KEY ("announcement_id","person_id")
);

-- CreateTable
CREATE TABLE "announcement_acknowledgement" (
    "announcement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_acknowledgement_pkey" PRIMARY KEY ("announcement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "announcement_read" (
    "person_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_read_pkey" PRIMARY KEY ("person_id","announcement_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "topic_id" UUID,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "announcement_status_published_at_id_idx" ON "announcement"("status", "published_at", "id");

-- CreateIndex
CREATE INDEX "announcement_office_id_status_changed_at_idx" ON "announcement"("office_id", "status", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_created_by_id_client_mutation_id_key" ON "announcement"("created_by_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "announcement_topic_topic_id_idx" ON "announcement_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_correction_by_id_client_mutation_id_key" ON "announcement_correction"("by_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "announcement_organisation_organisation_id_idx" ON "announcement_organisation"("organisation_id");

-- CreateIndex
CREATE INDEX "announcement_group_group_id_idx" ON "announcement_group"("group_id");

-- CreateIndex
CREATE INDEX "announcement_recipient_person_id_idx" ON "announcement_recipient"("person_id");

-- CreateIndex
CREATE INDEX "announcement_acknowledgement_person_id_idx" ON "announcement_acknowledgement"("person_id");

-- CreateIndex
CREATE INDEX "announcement_read_announcement_id_idx" ON "announcement_read"("announcement_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_organisation_id_topic_id_key" ON "contact"("organisation_id", "topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_announcement_id_key" ON "thread"("announcement_id");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_topic" ADD CONSTRAINT "announcement_topic_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_topic" ADD CONSTRAINT "announcement_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_correction" ADD CONSTRAINT "announcement_correction_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_correction" ADD CONSTRAINT "announcement_correction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_organisation" ADD CONSTRAINT "announcement_organisation_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_organisation" ADD CONSTRAINT "announcement_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_group" ADD CONSTRAINT "announcement_group_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_group" ADD CONSTRAINT "announcement_group_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_acknowledgement" ADD CONSTRAINT "announcement_acknowledgement_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_acknowledgement" ADD CONSTRAINT "announcement_acknowledgement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_acknowledgement" ADD CONSTRAINT "announcement_acknowledgement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_read" ADD CONSTRAINT "announcement_read_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_read" ADD CONSTRAINT "announcement_read_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of a group with somebody who opened it; or of a question or an announcement, that nobody is named with.
ALTER TABLE "thread" DROP CONSTRAINT "thread_one_place";
ALTER TABLE "thread" ADD CONSTRAINT "thread_one_place" CHECK (
  num_nonnulls("group_id", "question_id", "announcement_id") = 1
  AND num_nonnulls("opened_by_id", "client_mutation_id") = CASE WHEN "group_id" IS NULL THEN 0 ELSE 2 END
  AND ("question_id" IS NULL OR "kind" = 'QUESTION'));
