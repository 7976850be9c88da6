-- AlterTable
ALTER TABLE "change_requests" ADD COLUMN     "commitment_id" UUID;

-- CreateIndex
CREATE INDEX "change_requests_commitment_id_idx" ON "change_requests"("commitment_id");

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that models cannot express.
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_one_subject" CHECK (num_nonnulls("milestone_id", "commitment_id") <= 1);
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_decided_told" CHECK ("state" <> 'DECIDED' OR "decided_at" IS NOT NULL);
ALTER TABLE "change_request_fields" ADD CONSTRAINT "change_request_fields_refused_told" CHECK ("decision" IS DISTINCT FROM 'REFUSED' OR "comment" IS NOT NULL);
-- What somebody else changed meanwhile was not applied.
ALTER TABLE "change_request_fields" ADD CONSTRAINT "change_request_fields_stale_open" CHECK (NOT "stale" OR "decision" IS NULL);

DROP INDEX "change_requests_firm_key";
CREATE UNIQUE INDEX "change_requests_firm_key" ON "change_requests" ("enterprise_id")
  WHERE "milestone_id" IS NULL AND "commitment_id" IS NULL AND "state" IN ('OPEN', 'RETURNED');
CREATE UNIQUE INDEX "change_requests_commitment_key" ON "change_requests" ("commitment_id") WHERE "state" IN ('OPEN', 'RETURNED');
