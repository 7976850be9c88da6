-- Programmes, instruments, policies and claims are found by the search box as agreements are: by what their `search` holds.
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT * FROM (VALUES ('programmes', 'programme'), ('instruments', 'instrument'), ('policies', 'policy'),
    ('claims', 'claim')) AS v (table_name, kind)
  LOOP
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_lines(%L)', found.table_name, found.kind);
    EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_lines(%L)', found.table_name, found.kind);
    EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION search_forget()', found.table_name);
    EXECUTE format('INSERT INTO search_terms (kind, term, weight, row_id)
      SELECT %L, p.term, p.weight, r.id FROM %I r, search_places(r.search) p', found.kind, found.table_name);
  END LOOP;
END $$;
