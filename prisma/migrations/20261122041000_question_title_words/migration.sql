-- Alike questions are found by their words too, not only by their letters.
CREATE INDEX "question_title_words" ON "question" USING gin (to_tsvector('kollab_german'::regconfig, "title"));
