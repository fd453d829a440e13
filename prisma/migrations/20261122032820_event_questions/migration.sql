-- AlterTable
ALTER TABLE "question" ADD COLUMN     "agenda_item_id" UUID,
ADD COLUMN     "sprechstunde_id" UUID;

-- CreateIndex
CREATE INDEX "question_sprechstunde_id_state_vote_count_created_at_id_idx" ON "question"("sprechstunde_id", "state", "vote_count", "created_at", "id");

-- CreateIndex
CREATE INDEX "question_agenda_item_id_idx" ON "question"("agenda_item_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_sprechstunde_id_fkey" FOREIGN KEY ("sprechstunde_id") REFERENCES "sprechstunde"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Exactly one home; an item of an agenda only at an event.
ALTER TABLE "question" DROP CONSTRAINT "question_one_home";
ALTER TABLE "question" ADD CONSTRAINT "question_one_home" CHECK (
  num_nonnulls("group_id", "sprechstunde_id") = 1 AND ("agenda_item_id" IS NULL OR "sprechstunde_id" IS NOT NULL));
