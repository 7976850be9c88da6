-- What the search box finds, one row a place in a name where typing may begin, in one ordered index: any two
-- Chinese characters, the start of any English word, pinyin from any syllable, initials, the end of an
-- identifier. Derived by triggers from what the records hold, so no path of writing can forget it.

CREATE TABLE search_terms (
  kind text NOT NULL,
  term text COLLATE "C" NOT NULL,
  weight smallint NOT NULL,
  row_id uuid NOT NULL,
  CONSTRAINT search_terms_pkey PRIMARY KEY (kind, term, weight, row_id)
);
CREATE INDEX search_terms_row_id_idx ON search_terms (row_id);

-- One width, one case, nothing between the letters: lib/domain/search/rules.ts folds what is typed the same way.
CREATE FUNCTION search_fold(typed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lower(typed), E' \t\n-_.,;:/\\|&+()[]{}<>#*''"·•、，。；：（）【】《》“”‘’－／', '')
$$;

-- The places of some lines where typing may begin. Weight 0: the line's first letter; 1: the last four or six of an
-- identifier; 2: a later word, syllable or Chinese character; 3: within a short word or initials.
CREATE FUNCTION search_places(lines text) RETURNS TABLE (term text, weight int)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH line AS (
    SELECT left(l, 80) AS l,
      l ~ '^[0-9a-z]*[0-9][0-9a-z]*$' AND length(l) >= 8 AS is_code,
      l ~ '^[a-z()]{2,24}$' AS is_word
    FROM unnest(string_to_array(lower(lines), E'\n')) AS x(l) WHERE l <> ''
  ), place AS (
    SELECT substr(l, i, 60) AS rest,
      CASE WHEN i = 1 THEN 0
        WHEN is_code THEN CASE WHEN i IN (length(l) - 3, length(l) - 5) THEN 1 END
        WHEN substr(l, i, 1) COLLATE "C" BETWEEN U&'\3400' AND U&'\9FFF' THEN 2
        WHEN substr(l, i - 1, 1) ~ '[^0-9a-z]' THEN 2
        WHEN is_word THEN 3 END AS weight
    FROM line, generate_series(1, length(l)) AS i
  ), folded AS MATERIALIZED (SELECT left(search_fold(rest), 40) AS term, weight FROM place WHERE weight IS NOT NULL)
  SELECT term, min(weight) FROM folded WHERE term <> '' GROUP BY 1
$$;

CREATE FUNCTION search_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id
      AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.id = o.id AND n.search = o.search);
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'enterprise', p.term, p.weight, n.id
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.search <> n.search, search_places(n.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'enterprise', p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_projects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id
      AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.id = o.id AND n.search = o.search);
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'project', p.term, p.weight, n.id
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.search <> n.search, search_places(n.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'project', p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

-- A lease is found by its number, and by the number's parts: 2022-0123 by 0123.
CREATE FUNCTION search_leases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id
      AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.id = o.id AND n.lease_no = o.lease_no);
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'lease', p.term, p.weight, n.id
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.lease_no <> n.lease_no, search_places(n.lease_no) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'lease', p.term, p.weight, n.id FROM new_rows n, search_places(n.lease_no) p;
  END IF;
  RETURN NULL;
END $$;

-- A unit is found by its code, alone and after its building's.
CREATE FUNCTION search_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id
      AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.id = o.id AND n.code = o.code);
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT DISTINCT ON (t.term, n.id) 'unit', t.term, t.weight, n.id
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.code <> n.code JOIN buildings b ON b.id = n.building_id,
      LATERAL (VALUES (left(search_fold(n.code), 40), 0), (left(search_fold(b.code || n.code), 40), 0)) t (term, weight)
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

-- A building's code stands before those of all its units.
CREATE FUNCTION search_buildings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.code = OLD.code THEN RETURN NULL; END IF;
  DELETE FROM search_terms t USING units u WHERE u.building_id = NEW.id AND t.row_id = u.id;
  INSERT INTO search_terms (kind, term, weight, row_id)
  SELECT DISTINCT ON (t.term, u.id) 'unit', t.term, t.weight, u.id
  FROM units u, LATERAL (VALUES (left(search_fold(u.code), 40), 0), (left(search_fold(NEW.code || u.code), 40), 0))
    t (term, weight)
  WHERE u.building_id = NEW.id AND t.term <> '';
  RETURN NULL;
END $$;

CREATE TRIGGER search_building AFTER UPDATE ON buildings FOR EACH ROW EXECUTE FUNCTION search_buildings();

CREATE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id;
  RETURN NULL;
END $$;

DO $$
DECLARE found text;
BEGIN
  FOREACH found IN ARRAY ARRAY['enterprises', 'projects', 'leases', 'units'] LOOP
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', found, 'search_' || found);
    EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', found, 'search_' || found);
    EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_forget()', found);
  END LOOP;
END $$;

-- What stands already.
INSERT INTO search_terms (kind, term, weight, row_id)
SELECT 'enterprise', p.term, p.weight, e.id FROM enterprises e, search_places(e.search) p
UNION ALL SELECT 'project', p.term, p.weight, r.id FROM projects r, search_places(r.search) p
UNION ALL SELECT 'lease', p.term, p.weight, l.id FROM leases l, search_places(l.lease_no) p
UNION ALL SELECT DISTINCT 'unit', t.term, 0, u.id FROM units u JOIN buildings b ON b.id = u.building_id,
  LATERAL (VALUES (left(search_fold(u.code), 40)), (left(search_fold(b.code || u.code), 40))) t (term)
  WHERE t.term <> '';
