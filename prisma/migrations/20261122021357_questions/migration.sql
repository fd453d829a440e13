-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('OPEN', 'ASSIGNED', 'DEFERRED', 'ANSWERED', 'OUTDATED', 'WITHDRAWN', 'MERGED');

-- CreateEnum
CREATE TYPE "QuestionStepKind" AS ENUM ('ASSIGNED', 'FORWARDED', 'RETURNED', 'DEFERRED', 'RESUMED', 'DUE_AGAIN', 'ANSWERED', 'OUTDATED', 'MERGED', 'WITHDRAWN');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NoticeKind" ADD VALUE 'ANSWER';
ALTER TYPE "NoticeKind" ADD VALUE 'QUESTION';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "faq_entry_id" UUID,
ADD COLUMN     "question_id" UUID;

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "group_id" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID,
    "organisation_id" UUID,
    "function" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "QuestionState" NOT NULL DEFAULT 'OPEN',
    "office_id" UUID,
    "due_on" DATE,
    "recheck_on" DATE,
    "due_again_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "merged_into_id" UUID,
    "vote_count" INTEGER NOT NULL DEFAULT 0,
    "votes_told_at" TIMESTAMPTZ(3),
    "first_answer_at" TIMESTAMPTZ(3),
    "official_answer_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_asker" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "question_asker_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "question_topic" (
    "question_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "question_topic_pkey" PRIMARY KEY ("question_id","topic_id")
);

-- CreateTable
CREATE TABLE "question_addition" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "question_addition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_vote" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "question_vote_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateTable
CREATE TABLE "question_step" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "kind" "QuestionStepKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "office_id" UUID,
    "from_office_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "day" DATE,
    "by_id" UUID,

    CONSTRAINT "question_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "official_answer" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "function" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "supersedes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "official_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faq_entry" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "official_answer_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "review_on" DATE NOT NULL,
    "reminded_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "client_mutation_id" UUID NOT NULL,

    CONSTRAINT "faq_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faq_version" (
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "faq_version_pkey" PRIMARY KEY ("entry_id","version")
);

-- CreateTable
CREATE TABLE "faq_topic" (
    "entry_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "faq_topic_pkey" PRIMARY KEY ("entry_id","topic_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "topic_key_key" ON "topic"("key");

-- CreateIndex
CREATE INDEX "question_group_id_state_vote_count_created_at_id_idx" ON "question"("group_id", "state", "vote_count", "created_at", "id");

-- CreateIndex
CREATE INDEX "question_office_id_state_due_on_idx" ON "question"("office_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "question_state_created_at_id_idx" ON "question"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "question_merged_into_id_idx" ON "question"("merged_into_id");

-- CreateIndex
CREATE INDEX "question_author_id_idx" ON "question"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_asker_person_id_client_mutation_id_key" ON "question_asker"("person_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "question_topic_topic_id_idx" ON "question_topic"("topic_id");

-- CreateIndex
CREATE INDEX "question_addition_question_id_at_idx" ON "question_addition"("question_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "question_addition_question_id_client_mutation_id_key" ON "question_addition"("question_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "question_vote_person_id_idx" ON "question_vote"("person_id");

-- CreateIndex
CREATE INDEX "question_step_question_id_at_idx" ON "question_step"("question_id", "at");

-- CreateIndex
CREATE INDEX "question_step_by_id_idx" ON "question_step"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "official_answer_supersedes_id_key" ON "official_answer"("supersedes_id");

-- CreateIndex
CREATE INDEX "official_answer_question_id_created_at_id_idx" ON "official_answer"("question_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "official_answer_valid_to_idx" ON "official_answer"("valid_to");

-- CreateIndex
CREATE UNIQUE INDEX "official_answer_author_id_client_mutation_id_key" ON "official_answer"("author_id", "client_mutation_id");

-- CreateIndex
CREATE UNIQUE INDEX "faq_entry_question_id_key" ON "faq_entry"("question_id");

-- CreateIndex
CREATE INDEX "faq_entry_published_at_id_idx" ON "faq_entry"("published_at", "id");

-- CreateIndex
CREATE INDEX "faq_entry_review_on_idx" ON "faq_entry"("review_on");

-- CreateIndex
CREATE INDEX "faq_version_by_id_idx" ON "faq_version"("by_id");

-- CreateIndex
CREATE INDEX "faq_topic_topic_id_idx" ON "faq_topic"("topic_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_asker" ADD CONSTRAINT "question_asker_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_asker" ADD CONSTRAINT "question_asker_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_topic" ADD CONSTRAINT "question_topic_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_topic" ADD CONSTRAINT "question_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_addition" ADD CONSTRAINT "question_addition_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_vote" ADD CONSTRAINT "question_vote_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_vote" ADD CONSTRAINT "question_vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_step" ADD CONSTRAINT "question_step_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_step" ADD CONSTRAINT "question_step_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_step" ADD CONSTRAINT "question_step_from_office_id_fkey" FOREIGN KEY ("from_office_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_step" ADD CONSTRAINT "question_step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "official_answer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_official_answer_id_fkey" FOREIGN KEY ("official_answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_version" ADD CONSTRAINT "faq_version_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "faq_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_version" ADD CONSTRAINT "faq_version_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_topic" ADD CONSTRAINT "faq_topic_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "faq_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_topic" ADD CONSTRAINT "faq_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Exactly one home.
ALTER TABLE "question" ADD CONSTRAINT "question_one_home" CHECK (num_nonnulls("group_id") = 1);
-- An anonymous question names nobody; a named one somebody.
ALTER TABLE "question" ADD CONSTRAINT "question_anonymous" CHECK (
  CASE WHEN "anonymous" THEN "author_id" IS NULL AND "organisation_id" IS NULL AND "function" = ''
       ELSE "author_id" IS NOT NULL AND "organisation_id" IS NOT NULL END);
-- Deferred and assigned ones have an office; a deferred one has its day.
ALTER TABLE "question" ADD CONSTRAINT "question_office" CHECK (
  ("state" NOT IN ('ASSIGNED', 'DEFERRED', 'ANSWERED', 'OUTDATED') OR "office_id" IS NOT NULL)
  AND (("state" = 'DEFERRED') = ("recheck_on" IS NOT NULL)));

-- Alike questions while somebody types; German words without regard to accents in the search.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION kollab_german (COPY = german);
ALTER TEXT SEARCH CONFIGURATION kollab_german ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;
CREATE INDEX "question_title_trigrams" ON "question" USING gin (lower("title") gin_trgm_ops);
CREATE INDEX "faq_entry_words" ON "faq_entry" USING gin (to_tsvector('kollab_german'::regconfig, "question" || ' ' || "answer"));
