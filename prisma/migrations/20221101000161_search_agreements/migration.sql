-- The search box finds agreements by any part of their titles and by their numbers. The function serves any table whose
-- `search` holds its lines; the trigger's argument says of which kind they are.
CREATE FUNCTION search_lines() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE TRIGGER search_insert AFTER INSERT ON agreements REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_lines('agreement');
CREATE TRIGGER search_update AFTER UPDATE ON agreements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_lines('agreement');
CREATE TRIGGER search_delete AFTER DELETE ON agreements REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

-- What stands already.
INSERT INTO search_terms (kind, term, weight, row_id)
SELECT 'agreement', p.term, p.weight, a.id FROM agreements a, search_places(a.search) p;
