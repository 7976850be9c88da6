-- What must never be false, and what Prisma cannot express. Each rule has a name, lib/platform/db/constraints
-- turns names into words.

-- 1. History: every write to a recorded table goes under a change set of its own transaction ----------------

CREATE FUNCTION current_change_set() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  named text := current_setting('tenantry.change_set', true);
BEGIN
  IF coalesce(named, '') = '' OR NOT EXISTS (
    SELECT 1 FROM change_sets
    WHERE id = named::uuid AND xact = pg_current_xact_id()::text::bigint
  ) THEN
    RAISE EXCEPTION 'change_set_named: a write must name a change set of its own transaction'
      USING ERRCODE = '23514', CONSTRAINT = 'change_set_named';
  END IF;
  RETURN named::uuid;
END $$;

-- Arguments: the column that holds the root record's id, then columns whose values are never recorded.
CREATE FUNCTION record_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root text := TG_ARGV[0];
  secret text[] := coalesce(TG_ARGV[1:], '{}');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM new_rows) THEN
      INSERT INTO changes (change_set_id, table_name, row_id, root_id, op, after)
      SELECT current_set.id, TG_TABLE_NAME, (j ->> 'id')::uuid, (j ->> root)::uuid, 'I', j - secret
      FROM (SELECT to_jsonb(n) AS j FROM new_rows n) AS rows, (SELECT current_change_set() AS id) AS current_set;
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF EXISTS (SELECT 1 FROM new_rows) THEN
      INSERT INTO changes (change_set_id, table_name, row_id, root_id, op, before, after)
      SELECT current_set.id, TG_TABLE_NAME, (b ->> 'id')::uuid, (a ->> root)::uuid, 'U', b - secret, a - secret
      FROM (SELECT to_jsonb(o) AS b, to_jsonb(n) AS a FROM old_rows o JOIN new_rows n USING (id)) AS rows,
           (SELECT current_change_set() AS id) AS current_set
      WHERE b IS DISTINCT FROM a;
    END IF;
  ELSE
    IF EXISTS (SELECT 1 FROM old_rows) THEN
      INSERT INTO changes (change_set_id, table_name, row_id, root_id, op, before)
      SELECT current_set.id, TG_TABLE_NAME, (j ->> 'id')::uuid, (j ->> root)::uuid, 'D', j - secret
      FROM (SELECT to_jsonb(o) AS j FROM old_rows o) AS rows, (SELECT current_change_set() AS id) AS current_set;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%_append_only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

-- Puts a table under history. Later migrations call it for their own tables.
CREATE FUNCTION record_table(recorded regclass, root text DEFAULT 'id', VARIADIC secrets text[] DEFAULT '{}')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  args text := quote_literal(root);
  secret text;
BEGIN
  FOREACH secret IN ARRAY secrets LOOP args := args || ', ' || quote_literal(secret); END LOOP;
  EXECUTE format('CREATE TRIGGER record_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_changes(%s)', recorded, args);
  EXECUTE format('CREATE TRIGGER record_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_changes(%s)', recorded, args);
  EXECUTE format('CREATE TRIGGER record_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_changes(%s)', recorded, args);
  EXECUTE format('CREATE TRIGGER record_truncate BEFORE TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_write()', recorded);
END $$;

CREATE TRIGGER change_sets_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON change_sets
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
CREATE TRIGGER changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();

DO $$ BEGIN
  PERFORM record_table('users', 'id', 'password_hash');
  PERFORM record_table('user_parks', 'user_id');
  PERFORM record_table('user_enterprises', 'user_id');
  PERFORM record_table('api_tokens', 'id', 'token_hash');
  PERFORM record_table('parks');
  PERFORM record_table('buildings');
  PERFORM record_table('floors', 'building_id');
  PERFORM record_table('units');
  PERFORM record_table('enterprises');
  PERFORM record_table('enterprise_identifiers', 'enterprise_id');
  PERFORM record_table('enterprise_contacts', 'enterprise_id');
  PERFORM record_table('presences', 'enterprise_id');
  PERFORM record_table('leases');
  PERFORM record_table('lease_lines', 'lease_id');
  PERFORM record_table('headcounts', 'enterprise_id');
  PERFORM record_table('projects');
  PERFORM record_table('project_updates', 'project_id');
  PERFORM record_table('milestones', 'project_id');
  PERFORM record_table('milestone_forecasts', 'milestone_id');
  PERFORM record_table('milestone_baselines', 'milestone_id');
END $$;

-- 2. Plain checks --------------------------------------------------------------------------------------------

ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email));
ALTER TABLE users ADD CONSTRAINT users_locale_known CHECK (locale IN ('en', 'zh'));
ALTER TABLE parks ADD CONSTRAINT parks_name_present CHECK (coalesce(name_zh, name_en, '') <> '');
ALTER TABLE parks ADD CONSTRAINT parks_money_whole
  CHECK ((planned_investment IS NULL) = (planned_investment_currency IS NULL));
ALTER TABLE buildings ADD CONSTRAINT buildings_name_present CHECK (coalesce(name_zh, name_en, '') <> '');
ALTER TABLE enterprises ADD CONSTRAINT enterprises_name_present CHECK (coalesce(name_zh, name_en, '') <> '');
ALTER TABLE enterprises ADD CONSTRAINT enterprises_foreign_share_range CHECK (foreign_share BETWEEN 0 AND 100);
ALTER TABLE enterprises ADD CONSTRAINT enterprises_not_own_branch CHECK (branch_of_id <> id);
ALTER TABLE projects ADD CONSTRAINT projects_title_present CHECK (coalesce(title_zh, title_en, '') <> '');
ALTER TABLE projects ADD CONSTRAINT projects_money_whole
  CHECK ((planned_investment IS NULL) = (planned_investment_currency IS NULL));
ALTER TABLE milestones ADD CONSTRAINT milestones_title_present CHECK (coalesce(title_zh, title_en, '') <> '');
ALTER TABLE milestones ADD CONSTRAINT milestones_weight_positive CHECK (weight > 0);
ALTER TABLE project_updates ADD CONSTRAINT project_updates_text_present
  CHECK (coalesce(text_zh, text_en, '') <> '');
ALTER TABLE units ADD CONSTRAINT units_area_positive CHECK (area > 0);
ALTER TABLE units ADD CONSTRAINT units_seats_positive CHECK (seats > 0);
ALTER TABLE units ADD CONSTRAINT units_valid_period CHECK (valid_to > valid_from);
ALTER TABLE leases ADD CONSTRAINT leases_dates_ordered CHECK (
  ends_on >= starts_on AND moved_out_on >= coalesce(moved_in_on, starts_on));
ALTER TABLE leases ADD CONSTRAINT leases_not_own_renewal CHECK (renewal_of_id <> id);
ALTER TABLE leases ADD CONSTRAINT leases_not_own_sublease CHECK (sublease_of_id <> id);
ALTER TABLE lease_lines ADD CONSTRAINT lease_lines_area_positive CHECK (area > 0);
ALTER TABLE lease_lines ADD CONSTRAINT lease_lines_period CHECK (line_to >= line_from);
ALTER TABLE presences ADD CONSTRAINT presences_period CHECK (to_on >= from_on);
ALTER TABLE headcounts ADD CONSTRAINT headcounts_parts_fit CHECK (
  total >= 0 AND least(own, dispatched, other, local, "foreign", full_time, part_time, r_and_d, degree) >= 0
  AND coalesce(own, 0) + coalesce(dispatched, 0) + coalesce(other, 0) <= total
  AND (own + dispatched + other) = total
  AND coalesce(local, 0) + coalesce("foreign", 0) <= total
  AND coalesce(full_time, 0) + coalesce(part_time, 0) <= total
  AND coalesce(r_and_d, 0) <= total AND coalesce(degree, 0) <= total);

-- 3. Once at a time ------------------------------------------------------------------------------------------

ALTER TABLE units ADD CONSTRAINT units_code_once
  EXCLUDE USING gist (building_id WITH =, code WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE presences ADD CONSTRAINT presences_once
  EXCLUDE USING gist (enterprise_id WITH =, park_id WITH =, kind WITH =, daterange(from_on, to_on, '[]') WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
CREATE UNIQUE INDEX enterprise_identifiers_live_key ON enterprise_identifiers (type, value) WHERE NOT former;
CREATE UNIQUE INDEX enterprise_contacts_primary_key ON enterprise_contacts (enterprise_id) WHERE "primary";
ALTER TABLE lease_lines ADD CONSTRAINT lease_lines_let_once
  EXCLUDE USING gist (unit_id WITH =, daterange(in_force_from, in_force_to, '[]') WITH &&)
  WHERE (exclusive AND NOT sublease AND in_force_from IS NOT NULL)
  DEFERRABLE INITIALLY IMMEDIATE;

-- 4. Lettings ------------------------------------------------------------------------------------------------

-- A line is in force from the move-in, else the start, to the first of end, termination and move-out, a
-- holdover has no end until one of the latter two. The unit is locked, so writers of one unit queue here
-- instead of meeting in a deadlock inside the exclusion constraint.
CREATE FUNCTION lease_lines_derive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit units%ROWTYPE;
  lease leases%ROWTYPE;
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
  IF NEW.in_force_to < NEW.in_force_from THEN
    NEW.in_force_from := NULL;
    NEW.in_force_to := NULL;
  ELSIF NEW.in_force_from < unit.valid_from OR NEW.in_force_from >= unit.valid_to THEN
    RAISE EXCEPTION 'lease_lines_unit_exists: unit % exists from % to %', unit.code, unit.valid_from, unit.valid_to
      USING ERRCODE = '23514', CONSTRAINT = 'lease_lines_unit_exists';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lease_lines_derive BEFORE INSERT OR UPDATE ON lease_lines
  FOR EACH ROW EXECUTE FUNCTION lease_lines_derive();

-- The largest area that a set of lines holds on one day: a running sum over starts and ends.
CREATE FUNCTION lease_lines_peak(units_touched uuid[])
RETURNS TABLE (unit_id uuid, head_id uuid, peak numeric) LANGUAGE sql STABLE AS $$
  SELECT unit_id, head_id, max(running) FROM (
    SELECT e.unit_id, e.head_id, sum(e.area) OVER (PARTITION BY e.unit_id, e.head_id ORDER BY e.day, e.area) AS running
    FROM (
      SELECT l.unit_id, s.sublease_of_id AS head_id, l.in_force_from AS day, l.area
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id
      WHERE l.unit_id = ANY (units_touched) AND l.in_force_from IS NOT NULL
      UNION ALL
      SELECT l.unit_id, s.sublease_of_id, l.in_force_to + 1, -l.area
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id
      WHERE l.unit_id = ANY (units_touched) AND l.in_force_from IS NOT NULL AND l.in_force_to IS NOT NULL
    ) AS e
  ) AS sums GROUP BY 1, 2
$$;

CREATE FUNCTION lease_lines_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
  wrong record;
BEGIN
  SELECT array_agg(DISTINCT n.unit_id) INTO touched FROM new_rows n JOIN units u ON u.id = n.unit_id
  WHERE u.shared OR n.sublease
     OR EXISTS (SELECT 1 FROM leases s WHERE s.sublease_of_id = n.lease_id);
  IF touched IS NULL THEN RETURN NULL; END IF;
  SELECT u.code, u.area, p.peak INTO wrong
  FROM lease_lines_peak(touched) p JOIN units u ON u.id = p.unit_id
  WHERE p.head_id IS NULL AND u.shared AND p.peak > u.area LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'lease_lines_fit: unit % has % m² and would be let to %', wrong.code, wrong.area, wrong.peak
      USING ERRCODE = '23514', CONSTRAINT = 'lease_lines_fit';
  END IF;
  SELECT u.code INTO wrong
  FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
  LEFT JOIN lease_lines h ON h.lease_id = s.sublease_of_id AND h.unit_id = l.unit_id
  LEFT JOIN lease_lines_peak(touched) p ON p.unit_id = l.unit_id AND p.head_id = s.sublease_of_id
  WHERE l.unit_id = ANY (touched) AND l.sublease AND l.in_force_from IS NOT NULL
    AND (h.in_force_from IS NULL OR h.in_force_from > l.in_force_from
      OR coalesce(h.in_force_to, 'infinity') < coalesce(l.in_force_to, 'infinity') OR p.peak > h.area)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'lease_lines_within_head: the sublease of unit % exceeds its head lease', wrong.code
      USING ERRCODE = '23514', CONSTRAINT = 'lease_lines_within_head';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lease_lines_fit_insert AFTER INSERT ON lease_lines REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION lease_lines_fit();
CREATE TRIGGER lease_lines_fit_update AFTER UPDATE ON lease_lines REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION lease_lines_fit();

-- A lease's new dates, and a unit's new nature, reach their lines.
CREATE FUNCTION leases_reach_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lease_lines SET area = lease_lines.area
  FROM old_rows o JOIN new_rows n USING (id)
  WHERE lease_lines.lease_id = n.id
    AND (o.starts_on, o.ends_on, o.moved_in_on, o.terminated_on, o.moved_out_on, o.holdover, o.sublease_of_id, o.park_id)
      IS DISTINCT FROM
        (n.starts_on, n.ends_on, n.moved_in_on, n.terminated_on, n.moved_out_on, n.holdover, n.sublease_of_id, n.park_id);
  RETURN NULL;
END $$;
CREATE TRIGGER leases_reach_lines AFTER UPDATE ON leases REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION leases_reach_lines();

CREATE FUNCTION units_reach_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lease_lines SET area = lease_lines.area
  FROM old_rows o JOIN new_rows n USING (id)
  WHERE lease_lines.unit_id = n.id
    AND (o.shared, o.area, o.valid_from, o.park_id) IS DISTINCT FROM (n.shared, n.area, n.valid_from, n.park_id);
  RETURN NULL;
END $$;
CREATE TRIGGER units_reach_lines AFTER UPDATE ON units REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION units_reach_lines();

-- 5. What is not the product's data: counts of failed sign-ins, in a schema of their own ----------------------

CREATE SCHEMA IF NOT EXISTS ops;
CREATE TABLE ops.sign_in_failures (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
