-- Whoever opened names may close them before their time: the one change that the record of it takes is an end that comes
-- sooner, and not before it began.
CREATE FUNCTION name_openings_only_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'until' <> to_jsonb(OLD) - 'until' OR NEW.until > OLD.until OR NEW.until < NEW.opened_at THEN
    RAISE EXCEPTION 'name_openings_append_only: % is refused', TG_OP
      USING ERRCODE = '23514', CONSTRAINT = 'name_openings_append_only';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER name_openings_append_only ON name_openings;
CREATE TRIGGER name_openings_append_only BEFORE DELETE ON name_openings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
CREATE TRIGGER name_openings_only_close BEFORE UPDATE ON name_openings
  FOR EACH ROW EXECUTE FUNCTION name_openings_only_close();
