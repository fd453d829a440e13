-- AlterTable
ALTER TABLE "work_package" ADD COLUMN     "client_mutation_id" UUID;

-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "client_mutation_id" UUID,
ADD COLUMN     "reason_before" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "work_package_group_id_client_mutation_id_key" ON "work_package"("group_id", "client_mutation_id");

-- CreateIndex
CREATE UNIQUE INDEX "working_group_proposed_by_id_client_mutation_id_key" ON "working_group"("proposed_by_id", "client_mutation_id");
