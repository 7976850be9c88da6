-- A firm entered twice: the row that goes stays as a signpost to the one that stays, for links and history.
ALTER TABLE "enterprises" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_merged_into_id_fkey"
  FOREIGN KEY ("merged_into_id") REFERENCES "enterprises"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "enterprises_merged_into_id_idx" ON "enterprises"("merged_into_id");
ALTER TABLE enterprises ADD CONSTRAINT enterprises_merged_ended
  CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND ended_on IS NOT NULL));

-- Nothing is attached to a firm that was merged into another. The firm's row is locked first, so that who attaches
-- and who merges wait for one another. Deferred by an undo, which puts the parts back before their firm.
CREATE FUNCTION refuse_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  kept text;
BEGIN
  IF target IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM enterprises WHERE id = target FOR KEY SHARE;
  SELECT concat_ws(' · ', k.name_zh, k.name_en) INTO kept
  FROM enterprises e JOIN enterprises k ON k.id = e.merged_into_id WHERE e.id = target;
  IF FOUND THEN
    RAISE EXCEPTION 'enterprises_merged_closed: «%»', kept
      USING ERRCODE = '23514', CONSTRAINT = 'enterprises_merged_closed';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES ('leases', 'enterprise_id'), ('headcounts', 'enterprise_id'),
    ('presences', 'enterprise_id'), ('enterprise_identifiers', 'enterprise_id'),
    ('enterprise_contacts', 'enterprise_id'), ('user_enterprises', 'enterprise_id'), ('projects', 'lead_id'),
    ('enterprises', 'branch_of_id'), ('enterprises', 'merged_into_id')) x (name, firm) LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OF %I ON %I DEFERRABLE INITIALLY IMMEDIATE
      FOR EACH ROW EXECUTE FUNCTION refuse_merged(%L)', 'merged_closed_' || part.firm, part.firm, part.name, part.firm);
  END LOOP;
END $$;
