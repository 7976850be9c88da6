-- The next free number is looked for among those of its year alone, whatever the database's language.
CREATE INDEX "leases_lease_no_prefix_idx" ON "leases" ("lease_no" text_pattern_ops);
