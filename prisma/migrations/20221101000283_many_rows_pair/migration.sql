-- What a row was and what it is are paired by FULL JOIN, though each has its fellow. The plan of a trigger's statement is
-- made once a connection, for as many rows as came first; made for one row, an inner join is a loop, and a later change
-- to 3,000 rows compared nine million pairs (23 s instead of 1). A full join is hashed or merged whatever it was made
-- for, as long as nothing above it asks for one side: so it stands in a query of its own, and asks what is distinct.

CREATE OR REPLACE FUNCTION record_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root text := TG_ARGV[0];
  secret text[] := coalesce(TG_ARGV[1:], '{}');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM new_rows) THEN
      INSERT INTO changes (change_set_id, table_name, row_id, root_id, op, after)
      SELECT current_set.id, TG_TABLE_NAME, (j ->> 'id')::uuid, (j ->> root)::uuid, 'I', j - secret
      FROM (SELECT to_jsonb(n) AS j FROM new_rows n) AS rows, (SELECT current_change_set() AS id) AS current_set;
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF EXISTS (SELECT 1 FROM new_rows) THEN
      WITH pairs AS MATERIALIZED (
        SELECT to_jsonb(o) AS b, to_jsonb(n) AS a FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      )
      INSERT INTO changes (change_set_id, table_name, row_id, root_id, op, before, after)
      SELECT current_set.id, TG_TABLE_NAME, (b ->> 'id')::uuid, (a ->> root)::uuid, 'U', b - secret, a - secret
      FROM pairs, (SELECT current_change_set() AS id) AS current_set
      WHERE b IS DISTINCT FROM a;
    END IF;
  ELSE
    IF EXISTS (SELECT 1 FROM old_rows) THEN
      INSERT INTO changes (change_set_id, table_name, row_id, root_id, op, before)
      SELECT current_set.id, TG_TABLE_NAME, (j ->> 'id')::uuid, (j ->> root)::uuid, 'D', j - secret
      FROM (SELECT to_jsonb(o) AS j FROM old_rows o) AS rows, (SELECT current_change_set() AS id) AS current_set;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION enterprise_names_vary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    WITH renamed AS MATERIALIZED (
      SELECT o.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE (o.name_key_zh, o.name_key_en) IS DISTINCT FROM (n.name_key_zh, n.name_key_en)
    )
    DELETE FROM enterprise_name_variants v USING renamed r WHERE v.enterprise_id = r.id;
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

CREATE OR REPLACE FUNCTION search_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    WITH changed AS MATERIALIZED (
      SELECT o.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.search IS DISTINCT FROM o.search
    )
    DELETE FROM search_terms t USING changed c WHERE t.row_id = c.id;
    WITH changed AS MATERIALIZED (
      SELECT n.id, n.search FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE n.search IS DISTINCT FROM o.search
    )
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'enterprise', p.term, p.weight, c.id FROM changed c, search_places(c.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'enterprise', p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_projects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    WITH changed AS MATERIALIZED (
      SELECT o.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.search IS DISTINCT FROM o.search
    )
    DELETE FROM search_terms t USING changed c WHERE t.row_id = c.id;
    WITH changed AS MATERIALIZED (
      SELECT n.id, n.search FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
      WHERE n.search IS DISTINCT FROM o.search
    )
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'project', p.term, p.weight, c.id FROM changed c, search_places(c.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'project', p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    WITH changed AS MATERIALIZED (
      SELECT o.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.search IS DISTINCT FROM o.search
    )
    DELETE FROM search_terms t USING changed c WHERE t.row_id = c.id;
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

CREATE OR REPLACE FUNCTION search_leases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    WITH changed AS MATERIALIZED (
      SELECT o.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.lease_no IS DISTINCT FROM o.lease_no
    )
    DELETE FROM search_terms t USING changed c WHERE t.row_id = c.id;
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
BEGIN
  IF TG_OP <> 'INSERT' THEN
    WITH changed AS MATERIALIZED (
      SELECT o.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id WHERE n.code IS DISTINCT FROM o.code
    )
    DELETE FROM search_terms t USING changed c WHERE t.row_id = c.id;
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
BEGIN
  WITH changed AS MATERIALIZED (
    SELECT n.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
    WHERE (o.starts_on, o.ends_on, o.moved_in_on, o.terminated_on, o.moved_out_on, o.holdover, o.sublease_of_id, o.park_id)
      IS DISTINCT FROM
        (n.starts_on, n.ends_on, n.moved_in_on, n.terminated_on, n.moved_out_on, n.holdover, n.sublease_of_id, n.park_id)
  )
  UPDATE lease_lines SET area = lease_lines.area FROM changed c WHERE lease_lines.lease_id = c.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION units_reach_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH changed AS MATERIALIZED (
    SELECT n.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
    WHERE (o.shared, o.area, o.valid_from, o.valid_to, o.park_id)
      IS DISTINCT FROM (n.shared, n.area, n.valid_from, n.valid_to, n.park_id)
  )
  UPDATE lease_lines SET area = lease_lines.area FROM changed c WHERE lease_lines.unit_id = c.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION units_keep_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched uuid[];
BEGIN
  WITH changed AS MATERIALIZED (
    SELECT n.id FROM old_rows o FULL JOIN new_rows n ON n.id = o.id
    WHERE (o.park_id, o.building_id, o.availability, o.shared, o.area, o.seats, o.valid_from, o.valid_to)
      IS DISTINCT FROM
        (n.park_id, n.building_id, n.availability, n.shared, n.area, n.seats, n.valid_from, n.valid_to)
  )
  SELECT array_agg(l.id) INTO touched FROM changed c JOIN lease_lines l ON l.unit_id = c.id;
  IF touched IS NOT NULL THEN PERFORM lease_line_facts_refresh(touched); END IF;
  RETURN NULL;
END $$;
