-- AlterTable
ALTER TABLE "post" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "question" DROP COLUMN "first_answer_at";

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "question_id" UUID,
ALTER COLUMN "group_id" DROP NOT NULL,
ALTER COLUMN "opened_by_id" DROP NOT NULL,
ALTER COLUMN "client_mutation_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "thread_question_id_key" ON "thread"("question_id");

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of a group with somebody who opened it, or of a question that nobody is named with.
ALTER TABLE "thread" ADD CONSTRAINT "thread_one_place" CHECK (
  CASE WHEN "question_id" IS NULL THEN num_nonnulls("group_id", "opened_by_id", "client_mutation_id") = 3
       ELSE num_nonnulls("group_id", "opened_by_id", "client_mutation_id") = 0 AND "kind" = 'QUESTION' END);

-- Each question has its thread.
INSERT INTO "thread" ("id", "question_id", "kind", "title", "created_at", "last_post_at")
SELECT uuidv7(), "id", 'QUESTION', "title", "created_at", "created_at" FROM "question";
