-- A milestone that is done shows it: words of evidence, a file, or an explicit reason why there is neither.

ALTER TABLE "milestones" ADD COLUMN "no_evidence_reason" TEXT,
  ADD CONSTRAINT "milestones_reason_of_done" CHECK ("no_evidence_reason" IS NULL OR "actual_on" IS NOT NULL);

-- Asked when a milestone becomes done, and when what is said of its end changes; what was done before this rule stays as
-- it is. At the end of an undo, since it may bring the milestone back before its file.
CREATE FUNCTION milestones_done_shown() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_bare uuid;
BEGIN
  IF TG_TABLE_NAME = 'attachments' THEN
    left_bare := OLD.milestone_id;
    -- Who takes the file away waits for who marks the milestone as done, and sees it.
    PERFORM 1 FROM milestones WHERE id = left_bare FOR UPDATE;
  ELSE
    left_bare := NEW.id;
  END IF;
  IF EXISTS (
    SELECT 1 FROM milestones m WHERE m.id = left_bare AND m.actual_on IS NOT NULL
      AND num_nonnulls(m.evidence, m.no_evidence_reason) = 0
      AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.milestone_id = m.id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME,
      MESSAGE = TG_NAME || ': a milestone that is done needs evidence, or a reason why there is none';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER milestones_done_shown AFTER INSERT ON milestones
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.actual_on IS NOT NULL)
  EXECUTE FUNCTION milestones_done_shown();
CREATE CONSTRAINT TRIGGER milestones_still_shown AFTER UPDATE OF actual_on, evidence, no_evidence_reason ON milestones
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
  WHEN (NEW.actual_on IS NOT NULL AND (NEW.actual_on, NEW.evidence, NEW.no_evidence_reason)
    IS DISTINCT FROM (OLD.actual_on, OLD.evidence, OLD.no_evidence_reason))
  EXECUTE FUNCTION milestones_done_shown();
-- The last file of one that is done without words stays with it.
CREATE CONSTRAINT TRIGGER milestones_file_needed AFTER DELETE OR UPDATE OF milestone_id ON attachments
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (OLD.milestone_id IS NOT NULL)
  EXECUTE FUNCTION milestones_done_shown();
