-- Programmes, instruments, policies and claims are found by the search box as projects are: by what their `search` holds.

-- The kind of what is found is the trigger's own word.
CREATE FUNCTION search_papers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id
      AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.id = o.id AND n.search = o.search);
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT TG_ARGV[0], p.term, p.weight, n.id
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.search <> n.search, search_places(n.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT TG_ARGV[0], p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT * FROM (VALUES ('programmes', 'programme'), ('instruments', 'instrument'), ('policies', 'policy'),
    ('claims', 'claim')) AS v (table_name, kind)
  LOOP
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_papers(%L)', found.table_name, found.kind);
    EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_papers(%L)', found.table_name, found.kind);
    EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_forget()', found.table_name);
    EXECUTE format('INSERT INTO search_terms (kind, term, weight, row_id)
      SELECT %L, p.term, p.weight, r.id FROM %I r, search_places(r.search) p', found.kind, found.table_name);
  END LOOP;
END $$;
