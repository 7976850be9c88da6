-- A commitment is found as an agreement is: by its code and its titles.
CREATE TRIGGER search_insert AFTER INSERT ON commitments REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_lines('commitment');
CREATE TRIGGER search_update AFTER UPDATE ON commitments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_lines('commitment');
CREATE TRIGGER search_delete AFTER DELETE ON commitments REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
INSERT INTO search_terms (kind, term, weight, row_id)
SELECT 'commitment', p.term, p.weight, c.id FROM commitments c, search_places(c.search) p;
