-- Scheduled work, and its first piece: what is personal goes some time after somebody has left, out of history too.

-- CreateEnum
CREATE TYPE "job_name" AS ENUM ('PURGE_EMPLOYEES');

-- CreateTable
CREATE TABLE "job_runs" (
    "id" UUID NOT NULL,
    "job" "job_name" NOT NULL,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "result" JSONB,
    "failed" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_runs_job_started_at_idx" ON "job_runs"("job", "started_at" DESC);

CREATE FUNCTION employee_personal_columns() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{name_id,staff_no,job_category,nationality,degree,talent_grade,permit_class,permit_expires_on}'::text[]
$$;

-- The history stays append-only but for one thing: of an employee who was purged, or whose row is gone, what is personal
-- may be taken out, and nothing else changed. The rule says which change is allowed, not who may make it.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  personal text[] := employee_personal_columns();
BEGIN
  IF OLD.table_name = 'employees'
    AND to_jsonb(NEW) - '{before,after}'::text[] = to_jsonb(OLD) - '{before,after}'::text[]
    AND NEW.before IS NOT DISTINCT FROM OLD.before - personal
    AND NEW.after IS NOT DISTINCT FROM OLD.after - personal
    AND NOT EXISTS (SELECT 1 FROM employees e WHERE e.id = OLD.row_id AND e.purged_at IS NULL)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'changes_append_only: UPDATE is refused' USING ERRCODE = '23514', CONSTRAINT = 'changes_append_only';
END $$;

DROP TRIGGER changes_append_only ON changes;
CREATE TRIGGER changes_append_only BEFORE DELETE OR TRUNCATE ON changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
CREATE TRIGGER changes_only_redacted BEFORE UPDATE ON changes
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- Whom the purge takes: who left before a day, and rows that an undo took away before it.
CREATE FUNCTION employees_due(cutoff date) RETURNS TABLE (id uuid, enterprise_id uuid, gone boolean)
LANGUAGE sql STABLE AS $$
  SELECT e.id, e.enterprise_id, false FROM employees e WHERE e.left_on < cutoff AND e.purged_at IS NULL
  UNION ALL
  SELECT d.row_id, (d.before ->> 'enterprise_id')::uuid, true FROM changes d
  WHERE d.table_name = 'employees' AND d.op = 'D' AND d.at < cutoff AND d.before ? 'name_id'
    AND NOT EXISTS (SELECT 1 FROM employees e WHERE e.id = d.row_id)
    AND NOT EXISTS (SELECT 1 FROM changes l WHERE l.table_name = 'employees' AND l.row_id = d.row_id AND l.id > d.id)
$$;

-- Takes what is personal out of their rows, of their history, and their names away. Needs a change set, as any write.
CREATE FUNCTION purge_employees(cutoff date) RETURNS TABLE (firm uuid, people int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  due uuid[];
  spoken uuid[];
BEGIN
  PERFORM 1 FROM employees e WHERE e.left_on < cutoff AND e.purged_at IS NULL ORDER BY e.id FOR UPDATE;
  RETURN QUERY SELECT d.enterprise_id, count(*)::int FROM employees_due(cutoff) d GROUP BY 1 ORDER BY 1;
  SELECT array_agg(d.id) INTO due FROM employees_due(cutoff) d;
  IF due IS NULL THEN RETURN; END IF;
  SELECT array_agg(DISTINCT x.name_id::uuid) INTO spoken FROM (
    SELECT unnest(ARRAY[c.before ->> 'name_id', c.after ->> 'name_id']) AS name_id
    FROM changes c WHERE c.table_name = 'employees' AND c.row_id = ANY (due)) x WHERE x.name_id IS NOT NULL;
  UPDATE employees e SET name_id = NULL, staff_no = NULL, job_category = NULL, nationality = NULL, degree = NULL,
    talent_grade = NULL, permit_class = NULL, permit_expires_on = NULL, purged_at = now(), version = e.version + 1
  WHERE e.id = ANY (due);
  UPDATE changes c SET before = c.before - employee_personal_columns(), after = c.after - employee_personal_columns()
  WHERE c.table_name = 'employees' AND c.row_id = ANY (due);
  DELETE FROM employee_names n WHERE n.id = ANY (spoken);
END $$;
