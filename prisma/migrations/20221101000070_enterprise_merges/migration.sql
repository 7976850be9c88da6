-- A firm entered twice: the row that goes stays as a signpost to the one that stays, for links and history.
ALTER TABLE "enterprises" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_merged_into_id_fkey"
  FOREIGN KEY ("merged_into_id") REFERENCES "enterprises"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "enterprises_merged_into_id_idx" ON "enterprises"("merged_into_id");
ALTER TABLE enterprises ADD CONSTRAINT enterprises_merged_ended
  CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND ended_on IS NOT NULL));
