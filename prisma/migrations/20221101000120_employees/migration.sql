-- The optional roster of named people. A name is a row of its own, outside history, so that nothing that shows
-- employees or what became of them can show a name by mistake.

-- CreateEnum
CREATE TYPE "employee_job_category" AS ENUM ('MANAGEMENT', 'RESEARCH', 'ENGINEERING', 'PRODUCTION', 'SALES', 'SUPPORT', 'OTHER');
CREATE TYPE "employee_degree" AS ENUM ('BELOW_BACHELOR', 'BACHELOR', 'MASTER', 'DOCTOR');
CREATE TYPE "employee_talent_grade" AS ENUM ('TOP', 'LEADING', 'BACKBONE', 'YOUNG');
CREATE TYPE "employee_permit_class" AS ENUM ('WORK_A', 'WORK_B', 'WORK_C', 'RESIDENCE', 'OTHER');
CREATE TYPE "employee_employment" AS ENUM ('OWN', 'DISPATCHED', 'OTHER', 'OUTSOURCED');
CREATE TYPE "name_purpose" AS ENUM ('PERMIT', 'TALENT', 'VERIFY', 'EMERGENCY', 'INSPECTION', 'OTHER');
CREATE TYPE "name_reading_kind" AS ENUM ('PAGE', 'FILE', 'API');

-- AlterEnum
ALTER TYPE "import_kind" ADD VALUE 'EMPLOYEES';
ALTER TYPE "import_kind" ADD VALUE 'HEADCOUNTS';

-- CreateTable
CREATE TABLE "employees" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "name_id" UUID,
    "staff_no" TEXT,
    "job_category" "employee_job_category",
    "nationality" CHAR(2),
    "degree" "employee_degree",
    "talent_grade" "employee_talent_grade",
    "permit_class" "employee_permit_class",
    "permit_expires_on" DATE,
    "employment" "employee_employment" NOT NULL DEFAULT 'OWN',
    "intern" BOOLEAN NOT NULL DEFAULT false,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,
    "purged_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "employees_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "employees_dates_ordered" CHECK ("left_on" >= "joined_on"),
    CONSTRAINT "employees_purged_bare" CHECK (CASE WHEN "purged_at" IS NULL THEN "name_id" IS NOT NULL
      ELSE "left_on" IS NOT NULL AND num_nonnulls("name_id", "staff_no", "job_category", "nationality", "degree",
        "talent_grade", "permit_class", "permit_expires_on") = 0 END)
);

-- CreateTable
CREATE TABLE "employee_names" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "employee_names_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "employee_names_no_identity" CHECK ("name" !~ '[0-9]{6}')
);

-- CreateTable
CREATE TABLE "name_openings" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "purpose" "name_purpose" NOT NULL,
    "note" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "name_openings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "name_openings_short" CHECK ("until" <= "opened_at" + interval '1 hour')
);

-- CreateTable
CREATE TABLE "name_readings" (
    "id" BIGSERIAL NOT NULL,
    "opening_id" UUID NOT NULL,
    "kind" "name_reading_kind" NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "name_readings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "employees_name_id_key" ON "employees"("name_id");
CREATE UNIQUE INDEX "employees_number_key" ON "employees"("number");
CREATE UNIQUE INDEX "employees_staff_no_key" ON "employees"("enterprise_id", "staff_no");
CREATE INDEX "employees_enterprise_id_park_id_joined_on_idx" ON "employees"("enterprise_id", "park_id", "joined_on");
CREATE INDEX "employees_park_id_joined_on_idx" ON "employees"("park_id", "joined_on");
CREATE INDEX "employees_permit_expires_on_idx" ON "employees"("permit_expires_on");
CREATE INDEX "employees_left_on_idx" ON "employees"("left_on");
CREATE INDEX "name_openings_opened_at_idx" ON "name_openings"("opened_at" DESC);
CREATE INDEX "name_openings_user_id_until_idx" ON "name_openings"("user_id", "until");
CREATE INDEX "name_openings_enterprise_id_idx" ON "name_openings"("enterprise_id");
CREATE INDEX "name_readings_opening_id_at_idx" ON "name_readings"("opening_id", "at");

-- AddForeignKey. Also: a name that was purged cannot be spoken of again, by an undo neither.
ALTER TABLE "employees" ADD CONSTRAINT "employees_name_id_fkey" FOREIGN KEY ("name_id") REFERENCES "employee_names"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "employees" ADD CONSTRAINT "employees_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "employees" ADD CONSTRAINT "employees_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "name_openings" ADD CONSTRAINT "name_openings_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "name_openings" ADD CONSTRAINT "name_openings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "name_readings" ADD CONSTRAINT "name_readings_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "name_openings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who opened the names of a firm is read in the firm's own history, whose entries say by whom and when themselves.
DO $$ BEGIN
  PERFORM record_table('employees');
  PERFORM record_table('name_openings', 'enterprise_id', 'user_name', 'opened_at', 'until');
END $$;

CREATE TRIGGER employee_names_fixed BEFORE UPDATE OR TRUNCATE ON employee_names
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
CREATE TRIGGER name_openings_append_only BEFORE UPDATE OR DELETE ON name_openings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
CREATE TRIGGER name_readings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON name_readings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();

-- Opening names touches nothing of the firm, so it hinders no undo.
CREATE OR REPLACE FUNCTION change_record(table_name text, root_id uuid, row_id uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN table_name IN ('headcounts', 'milestones', 'attachments', 'name_openings') THEN row_id ELSE root_id END
$$;

-- As all that hangs on a firm: none is attached to one that was merged into another.
CREATE CONSTRAINT TRIGGER merged_closed_enterprise_id AFTER INSERT OR UPDATE OF enterprise_id ON employees
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_merged('enterprise_id');

-- The names of some employees, for whoever opened their firm's and while it lasts; each call leaves its line in the log.
CREATE FUNCTION read_names(opening uuid, reader uuid, employee_ids uuid[], how name_reading_kind)
RETURNS TABLE (employee_id uuid, employee_name text) LANGUAGE plpgsql AS $$
DECLARE
  firm uuid;
  shown int;
BEGIN
  SELECT o.enterprise_id INTO firm FROM name_openings o
  WHERE o.id = opening AND o.user_id = reader AND o.until > now();
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT e.id, n.name FROM employees e JOIN employee_names n ON n.id = e.name_id
    WHERE e.id = ANY (employee_ids) AND e.enterprise_id = firm;
  GET DIAGNOSTICS shown = ROW_COUNT;
  IF shown > 0 THEN
    INSERT INTO name_readings (opening_id, kind, rows) VALUES (opening, how, shown);
  END IF;
END $$;
