-- What a project is made of beside its milestones: who takes part, money planned and spent, risks, issues and decisions,
-- how its officer sees it, what its milestones wait for, and baselines that are proposed and decided.

CREATE TYPE "partner_role" AS ENUM ('INVESTOR', 'TECHNOLOGY', 'OPERATOR', 'RESEARCH', 'FINANCE', 'OTHER');
CREATE TYPE "amount_kind" AS ENUM ('PLANNED', 'ACTUAL');
CREATE TYPE "entry_kind" AS ENUM ('RISK', 'ISSUE', 'DECISION');
CREATE TYPE "entry_severity" AS ENUM ('LOW', 'MEDIUM', 'HIGH');
CREATE TYPE "declared_rag" AS ENUM ('GREEN', 'AMBER', 'RED');

CREATE TABLE "project_partners" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "enterprise_id" UUID,
    "name_zh" TEXT,
    "name_en" TEXT,
    "role" "partner_role" NOT NULL DEFAULT 'OTHER',
    "country" CHAR(2),
    CONSTRAINT "project_partners_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "project_partners_name_present" CHECK (num_nonnulls("enterprise_id", "name_zh", "name_en") > 0)
);

CREATE TABLE "project_amounts" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "amount_kind" NOT NULL,
    "on_date" DATE NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "project_amounts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "project_amounts_positive" CHECK ("amount" > 0)
);

CREATE TABLE "project_entries" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "raised_on" DATE NOT NULL,
    "owner" TEXT,
    "severity" "entry_severity",
    "due_on" DATE,
    "closed_on" DATE,
    "outcome" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "project_entries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "project_entries_title_present" CHECK (num_nonnulls("title_zh", "title_en") > 0),
    CONSTRAINT "project_entries_days_ordered" CHECK ("due_on" >= "raised_on" AND "closed_on" >= "raised_on"),
    CONSTRAINT "project_entries_severity_of_risk" CHECK (("kind" = 'RISK') = ("severity" IS NOT NULL)),
    CONSTRAINT "project_entries_closed_told" CHECK (("closed_on" IS NULL) = ("outcome" IS NULL))
);

CREATE TABLE "project_rags" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "rag" "declared_rag" NOT NULL,
    "on_date" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "project_rags_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "project_rags_days_ordered" CHECK ("expires_on" > "on_date")
);

CREATE TABLE "milestone_dependencies" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    CONSTRAINT "milestone_dependencies_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "milestone_dependencies_two" CHECK ("predecessor_id" <> "successor_id")
);

CREATE TABLE "milestone_proposals" (
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "baseline_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_on" DATE NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "decided_on" DATE,
    "approved" BOOLEAN,
    "decided_by" TEXT,
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "milestone_proposals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "milestone_proposals_decided_whole" CHECK (num_nonnulls("decided_on", "approved", "decided_by") IN (0, 3))
);

-- An update may tell of a period; its day stays the one that it was written for.
ALTER TABLE "project_updates" ADD COLUMN "period_from" DATE, ADD COLUMN "period_to" DATE,
  ADD CONSTRAINT "project_updates_period" CHECK (("period_from" IS NULL) = ("period_to" IS NULL) AND "period_to" >= "period_from");

CREATE INDEX "project_partners_project_id_position_idx" ON "project_partners"("project_id", "position");
CREATE INDEX "project_partners_enterprise_id_idx" ON "project_partners"("enterprise_id");
CREATE UNIQUE INDEX "project_partners_enterprise_key" ON "project_partners"("project_id", "enterprise_id");
CREATE INDEX "project_amounts_project_id_on_date_idx" ON "project_amounts"("project_id", "on_date");
CREATE INDEX "project_entries_project_id_raised_on_idx" ON "project_entries"("project_id", "raised_on");
CREATE UNIQUE INDEX "project_rags_day_key" ON "project_rags"("project_id", "on_date");
CREATE UNIQUE INDEX "milestone_dependencies_key" ON "milestone_dependencies"("successor_id", "predecessor_id");
CREATE INDEX "milestone_dependencies_predecessor_id_idx" ON "milestone_dependencies"("predecessor_id");
CREATE INDEX "milestone_proposals_milestone_id_proposed_on_idx" ON "milestone_proposals"("milestone_id", "proposed_on");
CREATE UNIQUE INDEX "milestone_proposals_open_key" ON "milestone_proposals"("milestone_id") WHERE "decided_on" IS NULL;

ALTER TABLE "project_partners" ADD CONSTRAINT "project_partners_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project_partners" ADD CONSTRAINT "project_partners_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "project_amounts" ADD CONSTRAINT "project_amounts_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "project_entries" ADD CONSTRAINT "project_entries_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "project_rags" ADD CONSTRAINT "project_rags_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "milestone_dependencies" ADD CONSTRAINT "milestone_dependencies_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "milestone_dependencies" ADD CONSTRAINT "milestone_dependencies_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "milestones"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "milestone_proposals" ADD CONSTRAINT "milestone_proposals_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT record_table('project_partners', 'project_id');
SELECT record_table('project_amounts', 'project_id');
SELECT record_table('project_entries', 'project_id');
SELECT record_table('project_rags', 'project_id');
SELECT record_table('milestone_dependencies', 'successor_id');
SELECT record_table('milestone_proposals', 'milestone_id');

-- An amount, an entry, a word of an officer and a proposal go back or stay by themselves, though read under their record.
CREATE OR REPLACE FUNCTION change_record(table_name text, root_id uuid, row_id uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN table_name IN ('headcounts', 'milestones', 'attachments', 'commitment_measurements', 'programme_cohorts',
    'policy_versions', 'project_amounts', 'project_entries', 'project_rags', 'milestone_dependencies')
    THEN row_id ELSE root_id END
$$;

CREATE CONSTRAINT TRIGGER merged_closed_enterprise_id AFTER INSERT OR UPDATE OF enterprise_id ON project_partners
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_merged('enterprise_id');

-- What waits for another is not waited for by it, by whatever way round. Whoever ties milestones waits for whoever does,
-- so that two ties which are a circle only together are not both let in.
CREATE FUNCTION milestone_dependencies_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('milestone_dependencies'));
  IF EXISTS (
    WITH RECURSIVE before (id) AS (
      SELECT NEW.predecessor_id
      UNION SELECT d.predecessor_id FROM milestone_dependencies d JOIN before b ON d.successor_id = b.id)
    SELECT 1 FROM before WHERE id = NEW.successor_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'milestone_dependencies_no_circle',
      MESSAGE = 'milestone_dependencies_no_circle: a milestone cannot wait for one that waits for it';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER milestone_dependencies_no_circle AFTER INSERT OR UPDATE ON milestone_dependencies
  FOR EACH ROW EXECUTE FUNCTION milestone_dependencies_no_circle();
