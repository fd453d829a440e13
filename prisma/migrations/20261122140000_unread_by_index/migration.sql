-- What is unread in somebody's groups is counted without looking up each thread's row.
DROP INDEX "thread_group_id_last_post_at_id_idx";
CREATE INDEX "thread_group_id_last_post_at_id_last_no_idx" ON "thread"("group_id", "last_post_at", "id", "last_no");
