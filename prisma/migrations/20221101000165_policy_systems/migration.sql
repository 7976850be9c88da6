-- As before, with its name in its words: that is what the app tells a broken rule by.
CREATE OR REPLACE FUNCTION policies_system_is_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM policies p WHERE p.id = NEW.system_id AND p.kind <> 'SYSTEM')
    OR (NEW.kind <> 'SYSTEM' AND EXISTS (SELECT 1 FROM policies p WHERE p.system_id = NEW.id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'policies_system_is_one',
      MESSAGE = 'policies_system_is_one: a policy is grouped under a rule system only';
  END IF;
  RETURN NEW;
END $$;
