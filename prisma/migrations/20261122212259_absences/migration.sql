-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "on_behalf_of" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "deputy_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_person_id_until_day_idx" ON "absence"("person_id", "until_day");

-- CreateIndex
CREATE INDEX "absence_deputy_id_until_day_idx" ON "absence"("deputy_id", "until_day");
