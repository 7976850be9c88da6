-- A line takes its days from its lease, so it holds the lease while it does. A line that was added while another writer
-- changed the lease's terms (a unit's division gives the lease lines of the new units) took the old ones: that writer's
-- own pass over the lines could not see it yet.
CREATE OR REPLACE FUNCTION lease_lines_derive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit units%ROWTYPE;
  lease leases%ROWTYPE;
  outlives boolean;
BEGIN
  SELECT * INTO unit FROM units WHERE id = NEW.unit_id FOR NO KEY UPDATE;
  SELECT * INTO lease FROM leases WHERE id = NEW.lease_id FOR NO KEY UPDATE;
  IF unit.park_id <> lease.park_id THEN
    RAISE EXCEPTION 'lease_lines_same_park: unit % is in another park than its lease', unit.code
      USING ERRCODE = '23514', CONSTRAINT = 'lease_lines_same_park';
  END IF;
  NEW.exclusive := NOT unit.shared;
  NEW.sublease := lease.sublease_of_id IS NOT NULL;
  NEW.in_force_from := greatest(coalesce(lease.moved_in_on, lease.starts_on), NEW.line_from);
  NEW.in_force_to := least(CASE WHEN NOT lease.holdover THEN lease.ends_on END,
    lease.terminated_on, lease.moved_out_on, NEW.line_to);
  IF NEW.in_force_from <= coalesce(NEW.in_force_to, 'infinity') THEN
    outlives := coalesce(NEW.in_force_to, 'infinity') >= unit.valid_to;
    IF NEW.in_force_from < unit.valid_from OR (outlives AND NOT EXISTS (
      SELECT 1 FROM unit_successions s JOIN lease_lines l ON l.unit_id = s.to_unit_id
      WHERE s.from_unit_id = unit.id AND l.lease_id = NEW.lease_id
    )) THEN
      RAISE EXCEPTION 'lease_lines_unit_exists: unit % exists from % to %', unit.code, unit.valid_from, unit.valid_to
        USING ERRCODE = '23514', CONSTRAINT = 'lease_lines_unit_exists';
    END IF;
  END IF;
  IF NEW.in_force_from > NEW.in_force_to OR NEW.in_force_from >= unit.valid_to THEN
    NEW.in_force_from := NULL;
    NEW.in_force_to := NULL;
  END IF;
  RETURN NEW;
END $$;
