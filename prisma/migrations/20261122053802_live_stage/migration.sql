-- AlterTable
ALTER TABLE "question" ADD COLUMN     "discussed_at" TIMESTAMPTZ(3),
ADD COLUMN     "place" INTEGER;

-- CreateTable
CREATE TABLE "event_stage" (
    "sprechstunde_id" UUID NOT NULL,
    "question_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_stage_pkey" PRIMARY KEY ("sprechstunde_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_stage_question_id_key" ON "event_stage"("question_id");

-- AddForeignKey
ALTER TABLE "event_stage" ADD CONSTRAINT "event_stage_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_stage" ADD CONSTRAINT "event_stage_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;
