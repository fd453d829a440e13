-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "last_author_id" UUID,
ADD COLUMN     "recent_organisation_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- What the rows of those who took part said until now.
UPDATE "thread" t SET
  "last_author_id" = (SELECT "person_id" FROM "thread_participant" WHERE "thread_id" = t."id" AND "posts" > 0 ORDER BY "last_no" DESC LIMIT 1),
  "recent_organisation_ids" = ARRAY(SELECT "organisation_id" FROM "thread_participant" WHERE "thread_id" = t."id" AND "posts" > 0
                                     GROUP BY 1 ORDER BY max("last_no") DESC LIMIT 3);
