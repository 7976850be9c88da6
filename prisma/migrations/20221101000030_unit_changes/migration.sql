-- CreateEnum
CREATE TYPE "unit_change" AS ENUM ('SPLIT', 'MERGE', 'REMEASURE', 'AVAILABILITY');

-- CreateTable
CREATE TABLE "unit_successions" (
    "id" UUID NOT NULL,
    "change" "unit_change" NOT NULL,
    "from_unit_id" UUID NOT NULL,
    "to_unit_id" UUID NOT NULL,

    CONSTRAINT "unit_successions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_successions_to_unit_id_idx" ON "unit_successions"("to_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_successions_from_to_key" ON "unit_successions"("from_unit_id", "to_unit_id");

-- AddForeignKey
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_from_unit_id_fkey" FOREIGN KEY ("from_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$ BEGIN PERFORM record_table('unit_successions', 'to_unit_id'); END $$;

-- A successor begins on the day on which what it succeeds ceases, in the same building. Its area is theirs, or it
-- says why not. Told at the end of the transaction, since a change opens rows before it closes others.
CREATE FUNCTION unit_successions_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
BEGIN
  FOR wrong IN
    SELECT f.code AS old, t.code AS new FROM unit_successions s
    JOIN units f ON f.id = s.from_unit_id JOIN units t ON t.id = s.to_unit_id
    WHERE (CASE WHEN TG_TABLE_NAME = 'units' THEN NEW.id IN (s.from_unit_id, s.to_unit_id) ELSE s.id = NEW.id END)
      AND (f.valid_to IS DISTINCT FROM t.valid_from OR f.building_id <> t.building_id)
  LOOP
    RAISE EXCEPTION 'unit_successions_joined: unit % does not begin where % ceases', wrong.new, wrong.old
      USING ERRCODE = '23514', CONSTRAINT = 'unit_successions_joined';
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION unit_successions_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_area numeric;
  new_area numeric;
BEGIN
  IF (SELECT count(*) FROM unit_successions WHERE from_unit_id = NEW.from_unit_id) > 1 THEN
    SELECT f.area, sum(t.area) INTO old_area, new_area
    FROM unit_successions s JOIN units f ON f.id = s.from_unit_id JOIN units t ON t.id = s.to_unit_id
    WHERE s.from_unit_id = NEW.from_unit_id GROUP BY f.area;
  ELSE
    SELECT sum(f.area), t.area INTO old_area, new_area
    FROM unit_successions s JOIN units f ON f.id = s.from_unit_id JOIN units t ON t.id = s.to_unit_id
    WHERE s.to_unit_id = NEW.to_unit_id GROUP BY t.area;
  END IF;
  IF old_area <> new_area AND (SELECT remeasure_note IS NULL FROM units WHERE id = NEW.to_unit_id) THEN
    RAISE EXCEPTION 'unit_successions_balanced: % m² became % m² without a reason', old_area, new_area
      USING ERRCODE = '23514', CONSTRAINT = 'unit_successions_balanced';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER unit_successions_joined AFTER INSERT OR UPDATE ON unit_successions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_successions_hold();
CREATE CONSTRAINT TRIGGER unit_successions_joined AFTER UPDATE ON units
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.valid_from, OLD.valid_to) IS DISTINCT FROM (NEW.valid_from, NEW.valid_to))
  EXECUTE FUNCTION unit_successions_hold();
CREATE CONSTRAINT TRIGGER unit_successions_balanced AFTER INSERT ON unit_successions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_successions_balance();

-- A line does not outlive its unit, unless its lease goes on in a successor. Then it keeps its own end: what
-- counts on a day is counted in units that exist on it, and older figures, which look ahead from their day, stay
-- as they were.
CREATE OR REPLACE FUNCTION lease_lines_derive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit units%ROWTYPE;
  lease leases%ROWTYPE;
  outlives boolean;
BEGIN
  SELECT * INTO unit FROM units WHERE id = NEW.unit_id FOR NO KEY UPDATE;
  SELECT * INTO lease FROM leases WHERE id = NEW.lease_id;
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

-- The end of a unit reaches its lines too.
CREATE OR REPLACE FUNCTION units_reach_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lease_lines SET area = lease_lines.area
  FROM old_rows o JOIN new_rows n USING (id)
  WHERE lease_lines.unit_id = n.id
    AND (o.shared, o.area, o.valid_from, o.valid_to, o.park_id)
      IS DISTINCT FROM (n.shared, n.area, n.valid_from, n.valid_to, n.park_id);
  RETURN NULL;
END $$;
