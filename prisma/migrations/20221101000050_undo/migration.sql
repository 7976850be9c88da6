-- Undoing a change set: the rows of every record that nobody has touched since go back to what they were, under
-- a change set of their own. A record touched since stays, and so does one that others have come to need.

ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_undoes_id_fkey"
  FOREIGN KEY ("undoes_id") REFERENCES "change_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What goes back or stays as one: a lease with its lines. Headcounts and milestones stand for themselves, though
-- their history is read under their firm and their project.
CREATE FUNCTION change_record(table_name text, root_id uuid, row_id uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN table_name IN ('headcounts', 'milestones') THEN row_id ELSE root_id END
$$;

-- The inverse of each change of some records, last one first; neighbours of one table and kind in one statement.
CREATE FUNCTION revert_records(target uuid, records uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  run record;
  cols text;
  theirs text;
  versioned text;
  picked text;
BEGIN
  SET CONSTRAINTS ALL DEFERRED;
  FOR run IN
    SELECT x.table_name AS name, x.op, min(x.id) AS lo, max(x.id) AS hi FROM (
      SELECT c.id, c.table_name, c.op, row_number() OVER (ORDER BY c.id)
        - row_number() OVER (PARTITION BY c.table_name, c.op ORDER BY c.id) AS stretch
      FROM changes c WHERE c.change_set_id = target
        AND change_record(c.table_name, c.root_id, c.row_id) = ANY (records)) x
    GROUP BY x.table_name, x.op, x.stretch ORDER BY max(x.id) DESC
  LOOP
    SELECT string_agg(quote_ident(attname), ', ') FILTER (WHERE run.op = 'D' OR attname <> 'version'),
      string_agg('r.' || quote_ident(attname), ', ') FILTER (WHERE run.op = 'D' OR attname <> 'version'),
      CASE WHEN bool_or(attname = 'version') THEN ', version = t.version + 1' ELSE '' END
    INTO cols, theirs, versioned FROM pg_attribute
    WHERE attrelid = run.name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    picked := format('c.change_set_id = %L AND c.id BETWEEN %s AND %s AND c.table_name = %L AND c.op = %L
      AND change_record(c.table_name, c.root_id, c.row_id) = ANY ($1)', target, run.lo, run.hi, run.name, run.op);
    IF run.op = 'I' THEN
      EXECUTE format('DELETE FROM %I t USING changes c WHERE %s AND t.id = c.row_id', run.name, picked) USING records;
    ELSIF run.op = 'D' THEN
      EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM changes c, jsonb_populate_record(NULL::%I, c.before) AS r
        WHERE %s', run.name, cols, theirs, run.name, picked) USING records;
    ELSE
      EXECUTE format('UPDATE %I t SET (%s) = (SELECT %s FROM jsonb_populate_record(t, b.before) AS r)%s
        FROM (SELECT DISTINCT ON (c.row_id) c.row_id, c.before FROM changes c WHERE %s ORDER BY c.row_id, c.id) b
        WHERE t.id = b.row_id', run.name, cols, theirs, versioned, picked) USING records;
    END IF;
  END LOOP;
  SET CONSTRAINTS ALL IMMEDIATE;
END $$;

-- Each record of a change set, what it is read under, and what became of it: null where it went back, CHANGED where it was touched since,
-- IN_USE where something that came later needs it or its place.
CREATE FUNCTION undo_change_set(target uuid) RETURNS TABLE (record uuid, root uuid, kept text) LANGUAGE plpgsql AS $$
DECLARE
  name text;
  free uuid[];
  one uuid;
BEGIN
  -- Whoever is changing one of the rows right now is waited for, and then counts as having touched it.
  FOR name IN SELECT DISTINCT c.table_name FROM changes c WHERE c.change_set_id = target ORDER BY 1 LOOP
    EXECUTE format('SELECT 1 FROM %I t WHERE t.id IN
      (SELECT c.row_id FROM changes c WHERE c.change_set_id = $1 AND c.table_name = %L) ORDER BY t.id FOR UPDATE',
      name, name) USING target;
  END LOOP;
  CREATE TEMP TABLE undoing ON COMMIT DROP AS
    SELECT r.id, r.root AS under, r.last, EXISTS (
      SELECT 1 FROM changes d WHERE d.root_id = r.root AND d.id > r.first AND d.change_set_id <> target
        AND change_record(d.table_name, d.root_id, d.row_id) = r.id) AS touched
    FROM (SELECT change_record(c.table_name, c.root_id, c.row_id) AS id, max(c.root_id::text)::uuid AS root,
        min(c.id) AS first, max(c.id) AS last
      FROM changes c WHERE c.change_set_id = target GROUP BY 1) r;
  SELECT array_agg(u.id) INTO free FROM undoing u WHERE NOT u.touched;
  RETURN QUERY SELECT u.id, u.under, 'CHANGED'::text FROM undoing u WHERE u.touched;
  IF free IS NULL THEN RETURN; END IF;
  BEGIN
    PERFORM revert_records(target, free);
    RETURN QUERY SELECT u.id, u.under, NULL::text FROM undoing u WHERE NOT u.touched;
    RETURN;
  EXCEPTION WHEN foreign_key_violation OR restrict_violation OR exclusion_violation OR unique_violation OR check_violation THEN
    NULL; -- Not all at once: record by record, so that what is free still goes back.
  END;
  FOR one IN SELECT u.id FROM undoing u WHERE NOT u.touched ORDER BY u.last DESC LOOP
    BEGIN
      PERFORM revert_records(target, ARRAY[one]);
      RETURN QUERY SELECT u.id, u.under, NULL::text FROM undoing u WHERE u.id = one;
    EXCEPTION WHEN foreign_key_violation OR restrict_violation OR exclusion_violation OR unique_violation OR check_violation THEN
      RETURN QUERY SELECT u.id, u.under, 'IN_USE'::text FROM undoing u WHERE u.id = one;
    END;
  END LOOP;
END $$;
