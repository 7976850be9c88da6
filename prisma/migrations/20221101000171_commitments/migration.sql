-- What a live metric counts is a record that exists, and none that could go. A measurement is changed by who saw it last.
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_of_project_id_fkey" FOREIGN KEY ("of_project_id")
  REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_of_agreement_id_fkey" FOREIGN KEY ("of_agreement_id")
  REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "commitments_of_project_id_idx" ON "commitments"("of_project_id");
CREATE INDEX "commitments_of_agreement_id_idx" ON "commitments"("of_agreement_id");
CREATE INDEX "commitments_sort_zh_id_idx" ON "commitments"("sort_zh", "id");
CREATE INDEX "commitments_sort_en_id_idx" ON "commitments"("sort_en", "id");
ALTER TABLE "commitment_measurements" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
