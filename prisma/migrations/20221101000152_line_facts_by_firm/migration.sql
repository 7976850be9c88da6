-- The list of firms reads the area that each of them holds.
CREATE INDEX lease_line_facts_enterprise_idx ON lease_line_facts (enterprise_id);
