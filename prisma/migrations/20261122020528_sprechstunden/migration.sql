-- CreateEnum
CREATE TYPE "SprechstundeFormat" AS ENUM ('OPEN', 'TOPIC', 'EXTERNAL');

-- CreateEnum
CREATE TYPE "SprechstundeStatus" AS ENUM ('DRAFT', 'ANNOUNCED', 'LIVE', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SprechstundeLinkKind" AS ENUM ('PRESENTATION', 'RECORDING', 'OTHER');

-- CreateEnum
CREATE TYPE "EventSeatRole" AS ENUM ('HOST', 'SPEAKER', 'GUEST');

-- CreateEnum
CREATE TYPE "EventSeatStatus" AS ENUM ('ACTIVE', 'EXPIRED', 'REMOVED');

-- CreateEnum
CREATE TYPE "RegistrationStatus" AS ENUM ('REGISTERED', 'WAITING', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "WishStatus" AS ENUM ('OPEN', 'PLANNED', 'TREATED', 'MERGED', 'DECLINED', 'WITHDRAWN');

-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'EVENT';

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "seat_role" "EventSeatRole",
ADD COLUMN     "sprechstunde_id" UUID;

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "sprechstunde_id" UUID,
ADD COLUMN     "wish_id" UUID;

-- CreateTable
CREATE TABLE "sprechstunden_series" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organiser_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "start_time" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "open_every" INTEGER NOT NULL DEFAULT 3,
    "next_no" INTEGER NOT NULL DEFAULT 1,
    "exceptions" TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "join_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "sprechstunden_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sprechstunde" (
    "id" UUID NOT NULL,
    "series_id" UUID,
    "no" INTEGER,
    "original_day" TEXT,
    "format" "SprechstundeFormat" NOT NULL,
    "status" "SprechstundeStatus" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "topics" TEXT[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "join_url" TEXT,
    "registration_url" TEXT,
    "host_id" UUID,
    "host_name" TEXT NOT NULL DEFAULT '',
    "limit" INTEGER,
    "registration_until" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "announced_at" TIMESTAMPTZ(3),
    "live_since" TIMESTAMPTZ(3),
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "invited_at" TIMESTAMPTZ(3),
    "review" TEXT NOT NULL DEFAULT '',
    "next_steps" TEXT NOT NULL DEFAULT '',
    "participating_organisations" INTEGER,
    "created_by_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sprechstunde_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "sprechstunde_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" UUID NOT NULL,
    "sprechstunde_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL DEFAULT '',
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "person_id" UUID,
    "agenda_item_id" UUID,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sprechstunde_link" (
    "id" UUID NOT NULL,
    "sprechstunde_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SprechstundeLinkKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "agenda_item_id" UUID,

    CONSTRAINT "sprechstunde_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mood_quote" (
    "id" UUID NOT NULL,
    "sprechstunde_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mood_quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mood_vote" (
    "sprechstunde_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "mood_vote_pkey" PRIMARY KEY ("sprechstunde_id","organisation_id")
);

-- CreateTable
CREATE TABLE "event_seat" (
    "id" UUID NOT NULL,
    "sprechstunde_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "EventSeatRole" NOT NULL,
    "status" "EventSeatStatus" NOT NULL DEFAULT 'ACTIVE',
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "sprechstunde_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "companion" TEXT NOT NULL DEFAULT '',
    "status" "RegistrationStatus" NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "promoted_at" TIMESTAMPTZ(3),
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distribution_entry" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "distribution_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_wish" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "status" "WishStatus" NOT NULL DEFAULT 'OPEN',
    "reason" TEXT NOT NULL DEFAULT '',
    "merged_into_id" UUID,
    "sprechstunde_id" UUID,
    "agenda_item_id" UUID,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "topic_wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wish_vote" (
    "wish_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wish_vote_pkey" PRIMARY KEY ("wish_id","person_id")
);

-- CreateTable
CREATE TABLE "calendar_subscription" (
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_subscription_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "sprechstunden_series_name_id_idx" ON "sprechstunden_series"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "sprechstunden_series_created_by_id_client_mutation_id_key" ON "sprechstunden_series"("created_by_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "sprechstunde_starts_at_id_idx" ON "sprechstunde"("starts_at", "id");

-- CreateIndex
CREATE INDEX "sprechstunde_ends_at_id_idx" ON "sprechstunde"("ends_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "sprechstunde_series_id_original_day_key" ON "sprechstunde"("series_id", "original_day");

-- CreateIndex
CREATE UNIQUE INDEX "sprechstunde_series_id_no_key" ON "sprechstunde"("series_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "sprechstunde_created_by_id_client_mutation_id_key" ON "sprechstunde"("created_by_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "agenda_item_sprechstunde_id_position_idx" ON "agenda_item"("sprechstunde_id", "position");

-- CreateIndex
CREATE INDEX "speaker_sprechstunde_id_position_idx" ON "speaker"("sprechstunde_id", "position");

-- CreateIndex
CREATE INDEX "speaker_person_id_idx" ON "speaker"("person_id");

-- CreateIndex
CREATE INDEX "sprechstunde_link_sprechstunde_id_position_idx" ON "sprechstunde_link"("sprechstunde_id", "position");

-- CreateIndex
CREATE INDEX "mood_quote_sprechstunde_id_position_idx" ON "mood_quote"("sprechstunde_id", "position");

-- CreateIndex
CREATE INDEX "event_seat_person_id_status_idx" ON "event_seat"("person_id", "status");

-- CreateIndex
CREATE INDEX "event_seat_status_until_idx" ON "event_seat"("status", "until");

-- CreateIndex
CREATE UNIQUE INDEX "event_seat_sprechstunde_id_person_id_key" ON "event_seat"("sprechstunde_id", "person_id");

-- CreateIndex
CREATE INDEX "registration_sprechstunde_id_status_registered_at_id_idx" ON "registration"("sprechstunde_id", "status", "registered_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_sprechstunde_id_person_id_companion_key" ON "registration"("sprechstunde_id", "person_id", "companion");

-- CreateIndex
CREATE UNIQUE INDEX "registration_person_id_client_mutation_id_key" ON "registration"("person_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "distribution_entry_person_id_idx" ON "distribution_entry"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "distribution_entry_series_id_person_id_key" ON "distribution_entry"("series_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "distribution_entry_series_id_email_key" ON "distribution_entry"("series_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "topic_wish_agenda_item_id_key" ON "topic_wish"("agenda_item_id");

-- CreateIndex
CREATE INDEX "topic_wish_series_id_status_votes_created_at_id_idx" ON "topic_wish"("series_id", "status", "votes", "created_at", "id");

-- CreateIndex
CREATE INDEX "topic_wish_sprechstunde_id_idx" ON "topic_wish"("sprechstunde_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_wish_author_id_client_mutation_id_key" ON "topic_wish"("author_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "wish_vote_person_id_idx" ON "wish_vote"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_subscription_token_hash_key" ON "calendar_subscription"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_sprechstunde_id_created_at_idx" ON "invitation"("sprechstunde_id", "created_at");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunden_series" ADD CONSTRAINT "sprechstunden_series_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunden_series" ADD CONSTRAINT "sprechstunden_series_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunde" ADD CONSTRAINT "sprechstunde_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "sprechstunden_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunde" ADD CONSTRAINT "sprechstunde_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunde" ADD CONSTRAINT "sprechstunde_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunde_link" ADD CONSTRAINT "sprechstunde_link_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprechstunde_link" ADD CONSTRAINT "sprechstunde_link_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mood_quote" ADD CONSTRAINT "mood_quote_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mood_vote" ADD CONSTRAINT "mood_vote_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mood_vote" ADD CONSTRAINT "mood_vote_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_seat" ADD CONSTRAINT "event_seat_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_seat" ADD CONSTRAINT "event_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_seat" ADD CONSTRAINT "event_seat_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_entry" ADD CONSTRAINT "distribution_entry_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "sprechstunden_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_entry" ADD CONSTRAINT "distribution_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_wish" ADD CONSTRAINT "topic_wish_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "sprechstunden_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_wish" ADD CONSTRAINT "topic_wish_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_wish" ADD CONSTRAINT "topic_wish_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_wish" ADD CONSTRAINT "topic_wish_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "topic_wish"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_wish" ADD CONSTRAINT "topic_wish_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_wish" ADD CONSTRAINT "topic_wish_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_vote" ADD CONSTRAINT "wish_vote_wish_id_fkey" FOREIGN KEY ("wish_id") REFERENCES "topic_wish"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_vote" ADD CONSTRAINT "wish_vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_vote" ADD CONSTRAINT "wish_vote_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_subscription" ADD CONSTRAINT "calendar_subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
