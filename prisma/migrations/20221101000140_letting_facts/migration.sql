-- What occupancy reads of a lease line, next to each other: its place, its tenant, the days on which it counts and
-- what it then counts. Derived by triggers from the line, its lease and its unit, so that no path of writing can
-- forget it; a report of any day is one scan, and no join. Amounts in hundredths, which add up faster than decimals.

CREATE TABLE lease_line_facts (
  line_id uuid NOT NULL,
  lease_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  park_id uuid NOT NULL,
  building_id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  exclusive boolean NOT NULL,
  -- In a lettable unit, and not let on by another tenant.
  counts boolean NOT NULL,
  -- Neither a known move-in nor a full unit is a sum; they are counted.
  assumed boolean NOT NULL,
  fills boolean NOT NULL,
  claimed bigint NOT NULL,
  allocated bigint NOT NULL,
  seats integer,
  -- In force in a unit that exists; null where never, or without an end.
  begins date,
  ends date,
  in_force_to date,
  ends_on date NOT NULL,
  break_on date,
  -- Signed and to come, from the first day to before the other; null where never.
  ahead_from date,
  ahead_until date,
  CONSTRAINT lease_line_facts_pkey PRIMARY KEY (line_id)
);
CREATE INDEX lease_line_facts_ahead_idx ON lease_line_facts (ahead_until, ahead_from);

-- The same from the tables themselves: what a row must be. lib/reports/occupancy/facts-lines-sql.ts says it again for
-- an instant of the past, and a test holds the two together.
CREATE VIEW lease_line_facts_due AS
SELECT l.id AS line_id, l.lease_id, l.unit_id, u.park_id, u.building_id, s.enterprise_id, l.exclusive,
  u.availability = 'LETTABLE' AND NOT l.sublease AS counts,
  s.moved_in_on IS NULL AS assumed,
  l.area >= u.area AS fills,
  (l.area * 100)::bigint AS claimed,
  (least(l.area, u.area) * 100)::bigint AS allocated,
  CASE WHEN u.seats IS NOT NULL THEN l.seats END AS seats,
  CASE WHEN l.in_force_from IS NOT NULL THEN greatest(l.in_force_from, u.valid_from) END AS begins,
  CASE WHEN l.in_force_from IS NOT NULL THEN least(l.in_force_to, u.valid_to - 1) END AS ends,
  l.in_force_to, s.ends_on, s.break_on,
  CASE WHEN a.comes THEN a.ahead_from END AS ahead_from,
  CASE WHEN a.comes THEN a.ahead_until END AS ahead_until
FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
LEFT JOIN LATERAL (
  SELECT ahead_from, ahead_until,
    u.availability = 'LETTABLE' AND s.renewal_of_id IS NULL AND ahead_from < ahead_until AS comes
  FROM (SELECT greatest(s.signed_on, u.valid_from) AS ahead_from,
    least(greatest(coalesce(s.moved_in_on, s.starts_on), l.line_from), s.terminated_on, u.valid_to,
      least(CASE WHEN NOT s.holdover THEN s.ends_on END, s.moved_out_on, l.line_to) + 1) AS ahead_until
    WHERE s.signed_on IS NOT NULL) AS period) AS a ON TRUE;

-- Whoever changes what a line's facts are made of holds its unit: a new or changed line by lease_lines_derive, a unit
-- by itself, a lease by the lock below. So facts are worked out by one writer at a time, in a statement that sees what
-- the one before has committed. They are nested loops by key, whatever a first, large write would have had planned.
CREATE FUNCTION lease_line_facts_refresh(touched uuid[]) RETURNS void LANGUAGE sql
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  UPDATE lease_line_facts f SET
    (lease_id, unit_id, park_id, building_id, enterprise_id, exclusive, counts, assumed, fills, claimed, allocated,
      seats, begins, ends, in_force_to, ends_on, break_on, ahead_from, ahead_until)
    = (d.lease_id, d.unit_id, d.park_id, d.building_id, d.enterprise_id, d.exclusive, d.counts, d.assumed, d.fills,
      d.claimed, d.allocated, d.seats, d.begins, d.ends, d.in_force_to, d.ends_on, d.break_on, d.ahead_from,
      d.ahead_until)
  FROM lease_line_facts_due d
  WHERE d.line_id = f.line_id AND f.line_id = ANY (touched) AND ROW(d.*) IS DISTINCT FROM ROW(f.*)
$$;

CREATE FUNCTION lease_lines_keep_facts() RETURNS trigger LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO lease_line_facts SELECT d.* FROM new_rows n JOIN lease_line_facts_due d ON d.line_id = n.id;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM lease_line_facts f USING old_rows o WHERE f.line_id = o.id;
  ELSE
    PERFORM lease_line_facts_refresh((SELECT array_agg(id) FROM new_rows));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER letting_facts_insert AFTER INSERT ON lease_lines REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION lease_lines_keep_facts();
CREATE TRIGGER letting_facts_update AFTER UPDATE ON lease_lines REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION lease_lines_keep_facts();
CREATE TRIGGER letting_facts_delete AFTER DELETE ON lease_lines REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION lease_lines_keep_facts();

-- Fired after leases_reach_lines, by name, which has done the dates. Every write of a lease is looked at, its version
-- alone included: who gives a lease a line counts its version up, and so meets whoever changed the lease meanwhile.
CREATE FUNCTION leases_keep_facts() RETURNS trigger LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE touched uuid[];
BEGIN
  SELECT array_agg(d.line_id) INTO touched
  FROM new_rows n JOIN lease_lines l ON l.lease_id = n.id JOIN lease_line_facts_due d ON d.line_id = l.id
  JOIN lease_line_facts f ON f.line_id = l.id
  WHERE ROW(d.*) IS DISTINCT FROM ROW(f.*);
  IF touched IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM units WHERE id IN (SELECT unit_id FROM lease_lines WHERE id = ANY (touched))
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM lease_line_facts_refresh(touched);
  RETURN NULL;
END $$;
CREATE TRIGGER letting_facts_update AFTER UPDATE ON leases REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION leases_keep_facts();

CREATE FUNCTION units_keep_facts() RETURNS trigger LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE touched uuid[];
BEGIN
  SELECT array_agg(l.id) INTO touched
  FROM old_rows o JOIN new_rows n USING (id) JOIN lease_lines l ON l.unit_id = n.id
  WHERE (o.park_id, o.building_id, o.availability, o.shared, o.area, o.seats, o.valid_from, o.valid_to)
    IS DISTINCT FROM
      (n.park_id, n.building_id, n.availability, n.shared, n.area, n.seats, n.valid_from, n.valid_to);
  IF touched IS NOT NULL THEN PERFORM lease_line_facts_refresh(touched); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER letting_facts_update AFTER UPDATE ON units REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION units_keep_facts();

INSERT INTO lease_line_facts SELECT * FROM lease_line_facts_due;

-- Lines of shared units are few among many, and walked in turn by every report.
CREATE INDEX lease_lines_shared_idx ON lease_lines (unit_id) WHERE NOT exclusive;
