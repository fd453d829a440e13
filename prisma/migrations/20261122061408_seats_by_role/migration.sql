-- CreateIndex
CREATE INDEX "group_membership_group_id_role_idx" ON "group_membership"("group_id", "role");
