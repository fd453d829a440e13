-- CreateIndex
CREATE INDEX "notice_mailed_at_read_at_created_at_idx" ON "notice"("mailed_at", "read_at", "created_at");
