-- CreateEnum
CREATE TYPE "NewsletterIssueStatus" AS ENUM ('DRAFT', 'SENDING', 'SENT');

-- CreateTable
CREATE TABLE "newsletter_issue" (
    "id" UUID NOT NULL,
    "number" INTEGER,
    "status" "NewsletterIssueStatus" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL DEFAULT '',
    "greeting" TEXT NOT NULL DEFAULT '',
    "outlook" TEXT NOT NULL DEFAULT '',
    "blocks" JSONB NOT NULL DEFAULT '[]',
    "content" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "recipient_count" INTEGER NOT NULL DEFAULT 0,
    "sent_count" INTEGER NOT NULL DEFAULT 0,
    "sent_up_to" UUID,

    CONSTRAINT "newsletter_issue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_issue_number_key" ON "newsletter_issue"("number");

-- CreateIndex
CREATE INDEX "newsletter_issue_changed_at_id_idx" ON "newsletter_issue"("changed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_issue_created_by_id_client_mutation_id_key" ON "newsletter_issue"("created_by_id", "client_mutation_id");
