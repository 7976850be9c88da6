-- What was written since a report was computed is found by transaction: lib/reports/facts-memory.ts.
-- CreateIndex
CREATE INDEX "change_sets_xact_idx" ON "change_sets"("xact");
