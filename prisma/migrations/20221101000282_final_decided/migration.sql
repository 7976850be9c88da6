-- Final figures move no more: in a round whose figures are final no answer waits for the office, whichever way it would
-- get there (sent, entered on behalf, or brought back by undoing what the office decided).
CREATE FUNCTION returns_final_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  round uuid := CASE TG_TABLE_NAME WHEN 'returns' THEN (to_jsonb(NEW) ->> 'round_id')::uuid ELSE NEW.id END;
BEGIN
  -- Who makes the figures final holds the round: an answer that comes meanwhile waits, and then sees it.
  PERFORM 1 FROM return_rounds WHERE id = round FOR SHARE;
  IF EXISTS (SELECT FROM return_rounds WHERE id = round AND standing = 'FINAL')
    AND EXISTS (SELECT FROM returns WHERE round_id = round AND state = 'SUBMITTED') THEN
    -- No violation of the kinds that an undo passes over, record by record: a figure is not taken back without its answer.
    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = TG_NAME,
      MESSAGE = TG_NAME || ': an answer waits for the office in a round whose figures are final';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER returns_final_decided AFTER INSERT OR UPDATE OF state ON returns
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.state = 'SUBMITTED')
  EXECUTE FUNCTION returns_final_decided();
-- At the end, so that whoever makes figures final is told first whose answers wait.
CREATE CONSTRAINT TRIGGER return_rounds_final_decided AFTER UPDATE OF standing ON return_rounds
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.standing = 'FINAL')
  EXECUTE FUNCTION returns_final_decided();
