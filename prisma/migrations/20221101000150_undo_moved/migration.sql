-- A record that goes back by itself, though it is read under another (a headcount, a file, a milestone), was touched when
-- its row was: it may be read under another record since, as after a merge of firms, and what hangs on it, a milestone's
-- forecast, is read under it.

-- Each record of a change set, what it is read under, and what became of it: null where it went back, CHANGED where it was touched since,
-- IN_USE where something that came later needs it or its place.
CREATE OR REPLACE FUNCTION undo_change_set(target uuid) RETURNS TABLE (record uuid, root uuid, kept text) LANGUAGE plpgsql AS $$
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
        SELECT 1 FROM changes d WHERE d.root_id = r.id AND d.id > r.first AND d.change_set_id <> target
          AND change_record(d.table_name, d.root_id, d.row_id) = r.id)
      OR EXISTS (
        SELECT 1 FROM changes d WHERE d.table_name = r.alone AND d.row_id = r.id AND d.id > r.first
          AND d.change_set_id <> target) AS touched
    FROM (SELECT change_record(c.table_name, c.root_id, c.row_id) AS id,
        -- What it is read under is not itself, where it has such a record.
        coalesce(max(c.root_id::text) FILTER (WHERE c.root_id <> change_record(c.table_name, c.root_id, c.row_id)),
          max(c.root_id::text))::uuid AS root,
        max(c.table_name) FILTER (WHERE c.row_id = change_record(c.table_name, c.root_id, c.row_id)
          AND c.root_id <> c.row_id) AS alone,
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
