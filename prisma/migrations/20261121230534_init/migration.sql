-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('MENTION', 'REPLY', 'POST', 'SUMMARY', 'REQUEST', 'DECISION', 'INVITATION', 'VOLUNTEER', 'ACCESS');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('LAND_MINISTRY', 'LAND_AUTHORITY', 'LANDKREIS', 'KREISFREIE_STADT', 'EINHEITSGEMEINDE', 'VERBANDSGEMEINDE', 'MITGLIEDSGEMEINDE', 'ASSOCIATION', 'IT_PROVIDER', 'BUND', 'OTHER_LAND', 'OTHER');

-- CreateEnum
CREATE TYPE "OrganisationRole" AS ENUM ('COORDINATOR', 'MEMBER', 'HEAD', 'PROVIDER');

-- CreateEnum
CREATE TYPE "GlobalRole" AS ENUM ('LAND_ADMIN', 'LAND_EDITOR', 'LAND_EXPERT', 'MODERATOR', 'PRIVACY_OFFICER', 'AUDITOR');

-- CreateEnum
CREATE TYPE "AffiliationRequestStatus" AS ENUM ('REQUESTED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ThreadKind" AS ENUM ('DISCUSSION', 'QUESTION');

-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('AGREE', 'THANKS', 'IDEA', 'DONE', 'UNCLEAR');

-- CreateEnum
CREATE TYPE "FollowLevel" AS ENUM ('ALL', 'IMPORTANT', 'MENTIONS', 'MUTED');

-- CreateEnum
CREATE TYPE "MentionKind" AS ENUM ('PERSON', 'ORGANISATION', 'ROLE');

-- CreateEnum
CREATE TYPE "JoinPolicy" AS ENUM ('OPEN', 'REQUEST', 'INVITE');

-- CreateEnum
CREATE TYPE "GroupVisibility" AS ENUM ('PLATFORM', 'MEMBERS');

-- CreateEnum
CREATE TYPE "GroupStatus" AS ENUM ('PROPOSED', 'DECLINED', 'PLANNED', 'ACTIVE', 'PAUSED', 'CLOSED');

-- CreateEnum
CREATE TYPE "GroupRole" AS ENUM ('LEAD', 'DEPUTY', 'MEMBER', 'OBSERVER', 'GUEST');

-- CreateEnum
CREATE TYPE "MembershipStatus" AS ENUM ('INVITED', 'REQUESTED', 'ACTIVE', 'LEFT', 'REMOVED', 'EXPIRED', 'DECLINED');

-- CreateEnum
CREATE TYPE "VolunteeringStatus" AS ENUM ('OPEN', 'CONFIRMED', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "cause" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "group_id" UUID,
    "thread_id" UUID,
    "post_no" INTEGER,
    "organisation_id" UUID,
    "detail" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "ags" TEXT,
    "ars" TEXT,
    "parent_id" UUID,
    "population" INTEGER,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "tile_column" INTEGER,
    "tile_row" INTEGER,
    "mail_domains" TEXT[],

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acts_for_id" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "OrganisationRole" NOT NULL,
    "function" TEXT NOT NULL DEFAULT '',
    "deputy" BOOLEAN NOT NULL DEFAULT false,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "statement" TEXT NOT NULL,
    "status" "AffiliationRequestStatus" NOT NULL DEFAULT 'REQUESTED',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "affiliation_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation_id" UUID,
    "role" "OrganisationRole",
    "function" TEXT NOT NULL DEFAULT '',
    "group_id" UUID,
    "group_role" "GroupRole",
    "guest_until" TIMESTAMPTZ(3),
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "global_role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "GlobalRole" NOT NULL,
    "organisation_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "global_role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "first_admin_link" (
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "first_admin_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "room" (
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "room_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "event" (
    "room" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("room","seq")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_text" (
    "key" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_text_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "barrier_report" (
    "id" UUID NOT NULL,
    "problem" TEXT NOT NULL,
    "page" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "barrier_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "kind" "ThreadKind" NOT NULL DEFAULT 'DISCUSSION',
    "title" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "client_mutation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_no" INTEGER NOT NULL DEFAULT 0,
    "last_post_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pinned_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "stand" TEXT NOT NULL DEFAULT '',
    "stand_by_id" UUID,
    "stand_at" TIMESTAMPTZ(3),
    "stand_no" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "function" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "reply_to_no" INTEGER,
    "client_mutation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_revision" (
    "post_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_revision_pkey" PRIMARY KEY ("post_id","version")
);

-- CreateTable
CREATE TABLE "reaction" (
    "post_id" UUID NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("post_id","kind","person_id")
);

-- CreateTable
CREATE TABLE "mention" (
    "post_id" UUID NOT NULL,
    "kind" "MentionKind" NOT NULL,
    "target_id" TEXT NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("post_id","kind","target_id")
);

-- CreateTable
CREATE TABLE "read_state" (
    "person_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "read_no" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "read_state_pkey" PRIMARY KEY ("person_id","thread_id")
);

-- CreateTable
CREATE TABLE "thread_follow" (
    "person_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "level" "FollowLevel" NOT NULL,

    CONSTRAINT "thread_follow_pkey" PRIMARY KEY ("person_id","thread_id")
);

-- CreateTable
CREATE TABLE "group_follow" (
    "person_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "level" "FollowLevel" NOT NULL,

    CONSTRAINT "group_follow_pkey" PRIMARY KEY ("person_id","group_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "working_group" (
    "id" UUID NOT NULL,
    "number" INTEGER,
    "name" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "mandate" TEXT NOT NULL DEFAULT '',
    "programme" TEXT NOT NULL DEFAULT '',
    "join_policy" "JoinPolicy" NOT NULL DEFAULT 'OPEN',
    "visibility" "GroupVisibility" NOT NULL DEFAULT 'PLATFORM',
    "status" "GroupStatus" NOT NULL DEFAULT 'ACTIVE',
    "status_reason" TEXT NOT NULL DEFAULT '',
    "status_before" "GroupStatus",
    "proposed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_movement_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "working_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_membership" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "GroupRole" NOT NULL DEFAULT 'MEMBER',
    "status" "MembershipStatus" NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "until" TIMESTAMPTZ(3),
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_package" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "due" TEXT NOT NULL DEFAULT '',
    "taken_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sub_goal" (
    "id" UUID NOT NULL,
    "work_package_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "done" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sub_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_link" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL,

    CONSTRAINT "group_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "volunteering" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "work_package_id" UUID,
    "person_id" UUID NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "status" "VolunteeringStatus" NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "volunteering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_grant" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_id_idx" ON "notice"("person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notice_person_id_read_at_idx" ON "notice"("person_id", "read_at");

-- CreateIndex
CREATE INDEX "notice_person_id_thread_id_post_no_idx" ON "notice"("person_id", "thread_id", "post_no");

-- CreateIndex
CREATE UNIQUE INDEX "notice_person_id_cause_key" ON "notice"("person_id", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_key_key" ON "organisation"("key");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_ags_key" ON "organisation"("ags");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_ars_key" ON "organisation"("ars");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_kind_name_id_idx" ON "organisation"("kind", "name", "id");

-- CreateIndex
CREATE INDEX "organisation_name_id_idx" ON "organisation"("name", "id");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE INDEX "person_email_idx" ON "person"("email");

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");

-- CreateIndex
CREATE INDEX "affiliation_person_id_idx" ON "affiliation"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_ended_at_idx" ON "affiliation"("organisation_id", "ended_at");

-- CreateIndex
CREATE INDEX "affiliation_request_organisation_id_status_created_at_idx" ON "affiliation_request"("organisation_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "affiliation_request_person_id_idx" ON "affiliation_request"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_created_at_idx" ON "invitation"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "invitation_group_id_created_at_idx" ON "invitation"("group_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "global_role_grant_person_id_role_organisation_id_key" ON "global_role_grant"("person_id", "role", "organisation_id");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_at_idx" ON "audit_entry"("subject_kind", "subject_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_key_key" ON "outbox_mail"("key");

-- CreateIndex
CREATE INDEX "outbox_mail_sent_at_created_at_idx" ON "outbox_mail"("sent_at", "created_at");

-- CreateIndex
CREATE INDEX "barrier_report_done_at_created_at_idx" ON "barrier_report"("done_at", "created_at");

-- CreateIndex
CREATE INDEX "thread_group_id_last_post_at_id_idx" ON "thread"("group_id", "last_post_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_opened_by_id_client_mutation_id_key" ON "thread"("opened_by_id", "client_mutation_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_thread_id_no_key" ON "post"("thread_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "post_author_id_client_mutation_id_key" ON "post"("author_id", "client_mutation_id");

-- CreateIndex
CREATE INDEX "reaction_person_id_idx" ON "reaction"("person_id");

-- CreateIndex
CREATE INDEX "thread_follow_thread_id_idx" ON "thread_follow"("thread_id");

-- CreateIndex
CREATE INDEX "group_follow_group_id_idx" ON "group_follow"("group_id");

-- CreateIndex
CREATE INDEX "draft_person_id_updated_at_idx" ON "draft"("person_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "working_group_number_key" ON "working_group"("number");

-- CreateIndex
CREATE INDEX "working_group_status_number_id_idx" ON "working_group"("status", "number", "id");

-- CreateIndex
CREATE INDEX "working_group_last_movement_at_id_idx" ON "working_group"("last_movement_at", "id");

-- CreateIndex
CREATE INDEX "group_membership_person_id_status_idx" ON "group_membership"("person_id", "status");

-- CreateIndex
CREATE INDEX "group_membership_group_id_status_requested_at_idx" ON "group_membership"("group_id", "status", "requested_at");

-- CreateIndex
CREATE INDEX "group_membership_status_until_idx" ON "group_membership"("status", "until");

-- CreateIndex
CREATE UNIQUE INDEX "group_membership_group_id_person_id_key" ON "group_membership"("group_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_package_group_id_position_key" ON "work_package"("group_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "sub_goal_work_package_id_position_key" ON "sub_goal"("work_package_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "group_link_group_id_position_key" ON "group_link"("group_id", "position");

-- CreateIndex
CREATE INDEX "volunteering_group_id_status_idx" ON "volunteering"("group_id", "status");

-- CreateIndex
CREATE INDEX "volunteering_person_id_idx" ON "volunteering"("person_id");

-- CreateIndex
CREATE INDEX "reading_grant_person_id_group_id_expires_at_idx" ON "reading_grant"("person_id", "group_id", "expires_at");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation_request" ADD CONSTRAINT "affiliation_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation_request" ADD CONSTRAINT "affiliation_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "global_role_grant" ADD CONSTRAINT "global_role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "global_role_grant" ADD CONSTRAINT "global_role_grant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_state" ADD CONSTRAINT "read_state_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_state" ADD CONSTRAINT "read_state_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_follow" ADD CONSTRAINT "thread_follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_follow" ADD CONSTRAINT "thread_follow_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_follow" ADD CONSTRAINT "group_follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_follow" ADD CONSTRAINT "group_follow_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_package" ADD CONSTRAINT "work_package_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_package" ADD CONSTRAINT "work_package_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sub_goal" ADD CONSTRAINT "sub_goal_work_package_id_fkey" FOREIGN KEY ("work_package_id") REFERENCES "work_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_link" ADD CONSTRAINT "group_link_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteering" ADD CONSTRAINT "volunteering_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteering" ADD CONSTRAINT "volunteering_work_package_id_fkey" FOREIGN KEY ("work_package_id") REFERENCES "work_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteering" ADD CONSTRAINT "volunteering_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_grant" ADD CONSTRAINT "reading_grant_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_grant" ADD CONSTRAINT "reading_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The audit log is append-only (R12).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END;
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
