-- What changed rows reach in other tables is found by a plan of its own each time, made for as many rows as they are. Kept
-- with the trigger it may have been made for one row of a table that was empty then, a fresh zone's: as a loop in a loop,
-- which a change to 3,000 firms on that connection took eleven seconds for instead of one. And where nothing that counts
-- was changed, as at most changes to a single row, nothing is asked.

CREATE OR REPLACE FUNCTION enterprise_names_vary() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(o.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE (o.name_key_zh, o.name_key_en) IS DISTINCT FROM (n.name_key_zh, n.name_key_en);
    IF ids IS NULL THEN RETURN NULL; END IF;
    EXECUTE 'DELETE FROM enterprise_name_variants WHERE enterprise_id = ANY ($1)' USING ids;
    WITH renamed AS MATERIALIZED (
      SELECT n.id, n.name_key_zh, n.name_key_en FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE (o.name_key_zh, o.name_key_en) IS DISTINCT FROM (n.name_key_zh, n.name_key_en)
    )
    INSERT INTO enterprise_name_variants (variant, enterprise_id)
    SELECT DISTINCT v, r.id FROM renamed r, unnest(ARRAY[r.name_key_zh, r.name_key_en]) AS k,
      enterprise_variants_of(k) AS v;
  ELSE
    INSERT INTO enterprise_name_variants (variant, enterprise_id)
    SELECT DISTINCT v, n.id FROM new_rows n, unnest(ARRAY[n.name_key_zh, n.name_key_en]) AS k,
      enterprise_variants_of(k) AS v;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(o.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.search IS DISTINCT FROM o.search;
    IF ids IS NULL THEN RETURN NULL; END IF;
    EXECUTE 'DELETE FROM search_terms WHERE row_id = ANY ($1)' USING ids;
    WITH changed AS MATERIALIZED (
      SELECT n.id, n.search FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE n.search IS DISTINCT FROM o.search
    )
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT TG_ARGV[0], p.term, p.weight, c.id FROM changed c, search_places(c.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT TG_ARGV[0], p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

-- Firms and projects had functions of their own that said the same.
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT * FROM (VALUES ('enterprises', 'enterprise'), ('projects', 'project')) AS kinds (noun, kind) LOOP
    EXECUTE format('DROP TRIGGER search_insert ON %I', found.noun);
    EXECUTE format('DROP TRIGGER search_update ON %I', found.noun);
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_lines(%L)', found.noun, found.kind);
    EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_lines(%L)', found.noun, found.kind);
  END LOOP;
END $$;
DROP FUNCTION search_enterprises();
DROP FUNCTION search_projects();

CREATE OR REPLACE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(o.id) INTO ids FROM old_rows o;
  EXECUTE 'DELETE FROM search_terms WHERE row_id = ANY ($1)' USING ids;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_leases() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(o.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.lease_no IS DISTINCT FROM o.lease_no;
    IF ids IS NULL THEN RETURN NULL; END IF;
    EXECUTE 'DELETE FROM search_terms WHERE row_id = ANY ($1)' USING ids;
    WITH changed AS MATERIALIZED (
      SELECT n.id, n.lease_no FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE n.lease_no IS DISTINCT FROM o.lease_no
    )
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'lease', p.term, p.weight, c.id FROM changed c, search_places(c.lease_no) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'lease', p.term, p.weight, n.id FROM new_rows n, search_places(n.lease_no) p;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_units() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(o.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.code IS DISTINCT FROM o.code;
    IF ids IS NULL THEN RETURN NULL; END IF;
    EXECUTE 'DELETE FROM search_terms WHERE row_id = ANY ($1)' USING ids;
    WITH changed AS MATERIALIZED (
      SELECT n.id, n.code, n.building_id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE n.code IS DISTINCT FROM o.code
    )
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT DISTINCT ON (t.term, c.id) 'unit', t.term, t.weight, c.id
    FROM changed c JOIN buildings b ON b.id = c.building_id,
      LATERAL (VALUES (left(search_fold(c.code), 40), 0), (left(search_fold(b.code || c.code), 40), 0)) t (term, weight)
    WHERE t.term <> '';
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT DISTINCT ON (t.term, n.id) 'unit', t.term, t.weight, n.id
    FROM new_rows n JOIN buildings b ON b.id = n.building_id,
      LATERAL (VALUES (left(search_fold(n.code), 40), 0), (left(search_fold(b.code || n.code), 40), 0)) t (term, weight)
    WHERE t.term <> '';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION leases_reach_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(n.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
  WHERE (o.starts_on, o.ends_on, o.moved_in_on, o.terminated_on, o.moved_out_on, o.holdover, o.sublease_of_id, o.park_id)
    IS DISTINCT FROM
      (n.starts_on, n.ends_on, n.moved_in_on, n.terminated_on, n.moved_out_on, n.holdover, n.sublease_of_id, n.park_id);
  IF ids IS NULL THEN RETURN NULL; END IF;
  EXECUTE 'UPDATE lease_lines SET area = area WHERE lease_id = ANY ($1)' USING ids;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION units_reach_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(n.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
  WHERE (o.shared, o.area, o.valid_from, o.valid_to, o.park_id)
    IS DISTINCT FROM (n.shared, n.area, n.valid_from, n.valid_to, n.park_id);
  IF ids IS NULL THEN RETURN NULL; END IF;
  EXECUTE 'UPDATE lease_lines SET area = area WHERE unit_id = ANY ($1)' USING ids;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION units_keep_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; touched uuid[];
BEGIN
  SELECT array_agg(n.id) INTO ids FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
  WHERE (o.park_id, o.building_id, o.availability, o.shared, o.area, o.seats, o.valid_from, o.valid_to)
    IS DISTINCT FROM
      (n.park_id, n.building_id, n.availability, n.shared, n.area, n.seats, n.valid_from, n.valid_to);
  IF ids IS NULL THEN RETURN NULL; END IF;
  EXECUTE 'SELECT array_agg(id) FROM lease_lines WHERE unit_id = ANY ($1)' INTO touched USING ids;
  IF touched IS NOT NULL THEN PERFORM lease_line_facts_refresh(touched); END IF;
  RETURN NULL;
END $$;
