-- A commitment is found as a project is: by its code and its titles.
CREATE FUNCTION search_commitments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_terms t USING old_rows o WHERE t.row_id = o.id
      AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.id = o.id AND n.search = o.search);
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'commitment', p.term, p.weight, n.id
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.search <> n.search, search_places(n.search) p;
  ELSE
    INSERT INTO search_terms (kind, term, weight, row_id)
    SELECT 'commitment', p.term, p.weight, n.id FROM new_rows n, search_places(n.search) p;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER search_insert AFTER INSERT ON commitments REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_commitments();
CREATE TRIGGER search_update AFTER UPDATE ON commitments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_commitments();
CREATE TRIGGER search_delete AFTER DELETE ON commitments REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

INSERT INTO search_terms (kind, term, weight, row_id)
SELECT 'commitment', p.term, p.weight, c.id FROM commitments c, search_places(c.search) p;
