-- CreateEnum
CREATE TYPE "PreferenceSubject" AS ENUM ('TOPIC', 'OFFICE');

-- CreateEnum
CREATE TYPE "PreferenceLevel" AS ENUM ('FOLLOW', 'LESS');

-- CreateTable
CREATE TABLE "relevance_preference" (
    "person_id" UUID NOT NULL,
    "subject" "PreferenceSubject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "level" "PreferenceLevel" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relevance_preference_pkey" PRIMARY KEY ("person_id","subject","subject_id")
);
