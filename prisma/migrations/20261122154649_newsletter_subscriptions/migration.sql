-- CreateEnum
CREATE TYPE "NewsletterSubscriptionStatus" AS ENUM ('PENDING', 'ACTIVE', 'ENDED');

-- CreateEnum
CREATE TYPE "NewsletterLinkKind" AS ENUM ('CONFIRM', 'MANAGE');

-- CreateEnum
CREATE TYPE "ConsentAct" AS ENUM ('GIVEN', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ConsentWay" AS ENUM ('FORM', 'ACCOUNT', 'LINK', 'ONE_CLICK');

-- CreateTable
CREATE TABLE "newsletter_subscription" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "status" "NewsletterSubscriptionStatus" NOT NULL DEFAULT 'PENDING',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "consent_text" TEXT NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "newsletter_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsletter_link" (
    "token_hash" TEXT NOT NULL,
    "subscription_id" UUID NOT NULL,
    "kind" "NewsletterLinkKind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "newsletter_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "email" TEXT NOT NULL,
    "act" "ConsentAct" NOT NULL,
    "way" "ConsentWay" NOT NULL,
    "text" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_subscription_email_key" ON "newsletter_subscription"("email");

-- CreateIndex
CREATE INDEX "newsletter_subscription_status_id_idx" ON "newsletter_subscription"("status", "id");

-- CreateIndex
CREATE INDEX "newsletter_link_subscription_id_idx" ON "newsletter_link"("subscription_id");

-- CreateIndex
CREATE INDEX "consent_record_email_at_idx" ON "consent_record"("email", "at");

-- CreateIndex
CREATE INDEX "consent_record_at_idx" ON "consent_record"("at");

-- AddForeignKey
ALTER TABLE "newsletter_link" ADD CONSTRAINT "newsletter_link_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "newsletter_subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The consent log is evidence: nobody changes it, and it goes when it is no evidence any more (three years).
CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '3 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'consent_record is append-only';
END;
$$;
CREATE TRIGGER consent_record_append_only BEFORE UPDATE OR DELETE ON "consent_record" FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();
CREATE TRIGGER consent_record_no_truncate BEFORE TRUNCATE ON "consent_record" FOR EACH STATEMENT EXECUTE FUNCTION refuse_consent_change();
