-- What was carried forward stands apart from what a firm drafts under an exception, and counts until that is accepted.
ALTER TABLE "returns" ADD COLUMN "carried" JSONB;

-- Nobody changed anything: what stood as the answer stands as what was carried, too.
ALTER TABLE "returns" DISABLE TRIGGER USER;
UPDATE "returns" SET "carried" = "answers" WHERE "state" = 'ESTIMATED';
ALTER TABLE "returns" ENABLE TRIGGER USER;
