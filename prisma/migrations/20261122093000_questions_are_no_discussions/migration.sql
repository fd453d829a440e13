-- What a group talks about is a discussion; the kind of a question belongs to the thread that comes with one.
UPDATE "thread" SET "kind" = 'DISCUSSION' WHERE "kind" = 'QUESTION' AND "question_id" IS NULL;

ALTER TABLE "thread" DROP CONSTRAINT "thread_one_place";
ALTER TABLE "thread" ADD CONSTRAINT "thread_one_place" CHECK (
  CASE WHEN "question_id" IS NULL THEN num_nonnulls("group_id", "opened_by_id", "client_mutation_id") = 3 AND "kind" <> 'QUESTION'
       ELSE num_nonnulls("group_id", "opened_by_id", "client_mutation_id") = 0 AND "kind" = 'QUESTION' END);
