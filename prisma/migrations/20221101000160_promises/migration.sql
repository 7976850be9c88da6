-- What was promised, and what became of it: meetings, agreements, commitments, action items, rates, instruments, policies,
-- programmes; projects are tied to their agreement, and files may stand beside the new records.

-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('MOU', 'AGREEMENT', 'FRAMEWORK');
CREATE TYPE "agreement_renewal" AS ENUM ('NONE', 'AUTOMATIC', 'BY_CONSENT');
CREATE TYPE "agreement_event_kind" AS ENUM ('EXTENDED', 'ADDENDUM', 'TERMINATED');
CREATE TYPE "commitment_metric" AS ENUM ('TYPED', 'HEADCOUNT', 'OCCUPIED_AREA', 'PROGRAMME_COMPLETED', 'ISSUANCE', 'MILESTONES_REACHED');
CREATE TYPE "commitment_path" AS ENUM ('LINEAR', 'STEPPED');
CREATE TYPE "instrument_kind" AS ENUM ('GREEN_BOND', 'BOND', 'LOAN', 'FUND', 'OTHER');
CREATE TYPE "outcome_kind" AS ENUM ('DECISION', 'AGREED', 'NOTED');
CREATE TYPE "policy_kind" AS ENUM ('REGULATION', 'MEASURES', 'RULES', 'SYSTEM');

-- AlterEnum
ALTER TYPE "import_kind" ADD VALUE 'AGREEMENTS';

-- CreateTable
CREATE TABLE "action_items" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "note" TEXT,
    "raised_on" DATE NOT NULL,
    "due_on" DATE,
    "done_on" DATE,
    "dropped_on" DATE,
    "result" TEXT,
    "owner_id" UUID,
    "meeting_id" UUID,
    "outcome_id" UUID,
    "agreement_id" UUID,
    "project_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "action_items_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "action_items_title_present" CHECK (num_nonnulls("title_zh", "title_en") > 0),
    CONSTRAINT "action_items_closed_once" CHECK (num_nonnulls("done_on", "dropped_on") <= 1),
    CONSTRAINT "action_items_days_ordered" CHECK ("due_on" >= "raised_on" AND "done_on" >= "raised_on" AND "dropped_on" >= "raised_on")
);

-- CreateTable
CREATE TABLE "agreements" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "kind" "agreement_kind" NOT NULL DEFAULT 'MOU',
    "cluster" "cluster" NOT NULL DEFAULT 'OTHER',
    "meeting_id" UUID,
    "signed_on" DATE NOT NULL,
    "effective_on" DATE,
    "expires_on" DATE,
    "terminated_on" DATE,
    "renewal" "agreement_renewal" NOT NULL DEFAULT 'NONE',
    "renewal_months" INTEGER,
    "owner_id" UUID,
    "note_zh" TEXT,
    "note_en" TEXT,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "agreements_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreements_title_present" CHECK (num_nonnulls("title_zh", "title_en") > 0),
    CONSTRAINT "agreements_days_ordered" CHECK ("expires_on" >= coalesce("effective_on", "signed_on") AND "terminated_on" >= "signed_on"),
    CONSTRAINT "agreements_renewal_months" CHECK (CASE WHEN "renewal" = 'NONE' THEN "renewal_months" IS NULL ELSE "renewal_months" BETWEEN 1 AND 600 END)
);

-- CreateTable
CREATE TABLE "agreement_parties" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "enterprise_id" UUID,
    "name_zh" TEXT,
    "name_en" TEXT,
    "country" CHAR(2),
    CONSTRAINT "agreement_parties_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreement_parties_name_present" CHECK (num_nonnulls("enterprise_id", "name_zh", "name_en") > 0)
);

-- CreateTable
CREATE TABLE "agreement_events" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" "agreement_event_kind" NOT NULL,
    "on_date" DATE NOT NULL,
    "expired_on" DATE,
    "expires_on" DATE,
    "text_zh" TEXT,
    "text_en" TEXT,
    "evidence" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "agreement_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitments" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "promisor_id" UUID,
    "promisor_zh" TEXT,
    "promisor_en" TEXT,
    "promisee_zh" TEXT,
    "promisee_en" TEXT,
    "source_zh" TEXT,
    "source_en" TEXT,
    "agreement_id" UUID,
    "project_id" UUID,
    "metric" "commitment_metric" NOT NULL DEFAULT 'TYPED',
    "of_enterprise_id" UUID,
    "of_park_id" UUID,
    "of_programme_id" UUID,
    "of_project_id" UUID,
    "of_agreement_id" UUID,
    "unit_zh" TEXT,
    "unit_en" TEXT,
    "baseline_value" DECIMAL(20,4) NOT NULL,
    "baseline_on" DATE NOT NULL,
    "target_value" DECIMAL(20,4) NOT NULL,
    "target_on" DATE NOT NULL,
    "path" "commitment_path" NOT NULL DEFAULT 'LINEAR',
    "waived_on" DATE,
    "waived_reason" TEXT,
    "owner_id" UUID,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "commitments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "commitments_title_present" CHECK (num_nonnulls("title_zh", "title_en") > 0),
    CONSTRAINT "commitments_days_ordered" CHECK ("target_on" > "baseline_on" AND "waived_on" >= "baseline_on"),
    CONSTRAINT "commitments_bound" CHECK (CASE "metric"
      WHEN 'TYPED' THEN num_nonnulls("of_enterprise_id", "of_park_id", "of_programme_id", "of_project_id", "of_agreement_id") = 0
      WHEN 'HEADCOUNT' THEN "of_enterprise_id" IS NOT NULL
      WHEN 'OCCUPIED_AREA' THEN num_nonnulls("of_enterprise_id", "of_park_id") = 1
      WHEN 'PROGRAMME_COMPLETED' THEN "of_programme_id" IS NOT NULL
      WHEN 'ISSUANCE' THEN num_nonnulls("of_agreement_id", "of_enterprise_id") = 1
      ELSE num_nonnulls("of_agreement_id", "of_project_id") = 1 END),
    CONSTRAINT "commitments_waived_reasoned" CHECK (("waived_on" IS NULL) = ("waived_reason" IS NULL))
);

-- CreateTable
CREATE TABLE "commitment_steps" (
    "id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    CONSTRAINT "commitment_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_measurements" (
    "id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "source" TEXT NOT NULL,
    "evidence" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "commitment_measurements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruments" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "kind" "instrument_kind" NOT NULL DEFAULT 'GREEN_BOND',
    "issuer_id" UUID,
    "issuer_zh" TEXT,
    "issuer_en" TEXT,
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "priced_on" DATE NOT NULL,
    "rate_used" DECIMAL(18,8),
    "rate_base" CHAR(3),
    "rate_quote" CHAR(3),
    "rate_source" TEXT,
    "matures_on" DATE,
    "use_zh" TEXT,
    "use_en" TEXT,
    "agreement_id" UUID,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "instruments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "instruments_name_present" CHECK (num_nonnulls("name_zh", "name_en") > 0),
    CONSTRAINT "instruments_amount_positive" CHECK ("amount" > 0),
    CONSTRAINT "instruments_rate_whole" CHECK (num_nonnulls("rate_used", "rate_base", "rate_quote") IN (0, 3) AND "rate_used" > 0
      AND "rate_base" <> "rate_quote" AND "currency" IN ("rate_base", "rate_quote")),
    CONSTRAINT "instruments_days_ordered" CHECK ("matures_on" > "priced_on")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_series_name_present" CHECK (num_nonnulls("name_zh", "name_en") > 0)
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "place_zh" TEXT,
    "place_en" TEXT,
    "country" CHAR(2),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "agenda_zh" TEXT,
    "agenda_en" TEXT,
    "minutes_zh" TEXT,
    "minutes_en" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meetings_days_ordered" CHECK ("ends_on" >= "starts_on"),
    CONSTRAINT "meetings_number_positive" CHECK ("number" > 0)
);

-- CreateTable
CREATE TABLE "meeting_attendees" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "enterprise_id" UUID,
    "organisation_zh" TEXT,
    "organisation_en" TEXT,
    "country" CHAR(2),
    "people" TEXT,
    CONSTRAINT "meeting_attendees_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_attendees_name_present" CHECK (num_nonnulls("enterprise_id", "organisation_zh", "organisation_en") > 0)
);

-- CreateTable
CREATE TABLE "meeting_outcomes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "kind" "outcome_kind" NOT NULL DEFAULT 'DECISION',
    "text_zh" TEXT,
    "text_en" TEXT,
    CONSTRAINT "meeting_outcomes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_outcomes_text_present" CHECK (num_nonnulls("text_zh", "text_en") > 0)
);

-- CreateTable
CREATE TABLE "policies" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "kind" "policy_kind" NOT NULL DEFAULT 'RULES',
    "issuer_zh" TEXT,
    "issuer_en" TEXT,
    "system_id" UUID,
    "institute_id" UUID,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "policies_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "policies_title_present" CHECK (num_nonnulls("title_zh", "title_en") > 0),
    CONSTRAINT "policies_not_own_system" CHECK ("system_id" <> "id" AND ("kind" <> 'SYSTEM' OR "system_id" IS NULL))
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "in_force_from" DATE NOT NULL,
    "in_force_to" DATE,
    "summary_zh" TEXT,
    "summary_en" TEXT,
    "text_zh" TEXT,
    "text_en" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "policy_versions_days_ordered" CHECK ("in_force_to" >= "in_force_from"),
    CONSTRAINT "policy_versions_one_a_day" EXCLUDE USING gist ("policy_id" WITH =, daterange("in_force_from", "in_force_to", '[]') WITH &&)
);

-- CreateTable
CREATE TABLE "policy_agreements" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    CONSTRAINT "policy_agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_programmes" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    CONSTRAINT "policy_programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "institute_id" UUID,
    "agreement_id" UUID,
    "target" INTEGER NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,
    "owner_id" UUID,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "programmes_name_present" CHECK (num_nonnulls("name_zh", "name_en") > 0),
    CONSTRAINT "programmes_years_ordered" CHECK ("first_year" BETWEEN 1900 AND 2200 AND "last_year" BETWEEN "first_year" AND "first_year" + 50),
    CONSTRAINT "programmes_target_positive" CHECK ("target" > 0)
);

-- CreateTable
CREATE TABLE "programme_cohorts" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "path" INTEGER,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "enrolled" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "placed" INTEGER NOT NULL DEFAULT 0,
    "reported_on" DATE NOT NULL,
    "source" TEXT,
    CONSTRAINT "programme_cohorts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "programme_cohorts_counts" CHECK (least("planned", "enrolled", "completed", "dropped", "placed", "path") >= 0)
);

-- CreateTable
CREATE TABLE "rates" (
    "id" UUID NOT NULL,
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "on_date" DATE NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "rates_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rates_positive" CHECK ("rate" > 0),
    CONSTRAINT "rates_two_currencies" CHECK ("base" <> "quote")
);

-- Files beside the new records. Whose they are is worked out, and before PostgreSQL 17 such a column is made anew.
ALTER TABLE "attachments" ADD COLUMN "agreement_id" UUID, ADD COLUMN "meeting_id" UUID, ADD COLUMN "policy_id" UUID,
  ADD COLUMN "commitment_id" UUID;
ALTER TABLE "attachments" DROP COLUMN "owner_id";
ALTER TABLE "attachments" ADD COLUMN "owner_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce("enterprise_id", "lease_id",
  "project_id", "milestone_id", "agreement_id", "meeting_id", "policy_id", "commitment_id")) STORED;
CREATE INDEX "attachments_owner_id_created_at_idx" ON "attachments"("owner_id", "created_at" DESC);
ALTER TABLE "attachments" DROP CONSTRAINT "attachments_one_owner";
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_one_owner" CHECK (num_nonnulls("enterprise_id", "lease_id", "project_id",
  "milestone_id", "agreement_id", "meeting_id", "policy_id", "commitment_id") = 1);

-- A project's agreement, and the days between which it was worked on.
ALTER TABLE "projects" ADD COLUMN "agreement_id" UUID, ADD COLUMN "started_on" DATE, ADD COLUMN "delivered_on" DATE;

-- CreateIndex
CREATE UNIQUE INDEX "action_items_number_key" ON "action_items"("number");
CREATE INDEX "action_items_owner_id_due_on_idx" ON "action_items"("owner_id", "due_on");
CREATE INDEX "action_items_meeting_id_idx" ON "action_items"("meeting_id");
CREATE INDEX "action_items_outcome_id_idx" ON "action_items"("outcome_id");
CREATE INDEX "action_items_agreement_id_idx" ON "action_items"("agreement_id");
CREATE INDEX "action_items_project_id_idx" ON "action_items"("project_id");
CREATE INDEX "action_items_due_on_idx" ON "action_items"("due_on");
CREATE UNIQUE INDEX "agreements_code_key" ON "agreements"("code");
CREATE INDEX "agreements_meeting_id_idx" ON "agreements"("meeting_id");
CREATE INDEX "agreements_owner_id_idx" ON "agreements"("owner_id");
CREATE INDEX "agreements_signed_on_idx" ON "agreements"("signed_on");
CREATE INDEX "agreements_sort_zh_id_idx" ON "agreements"("sort_zh", "id");
CREATE INDEX "agreements_sort_en_id_idx" ON "agreements"("sort_en", "id");
CREATE INDEX "agreement_parties_agreement_id_position_idx" ON "agreement_parties"("agreement_id", "position");
CREATE INDEX "agreement_parties_enterprise_id_idx" ON "agreement_parties"("enterprise_id");
CREATE UNIQUE INDEX "agreement_parties_enterprise_key" ON "agreement_parties"("agreement_id", "enterprise_id");
CREATE INDEX "agreement_events_agreement_id_on_date_idx" ON "agreement_events"("agreement_id", "on_date");
CREATE UNIQUE INDEX "commitments_code_key" ON "commitments"("code");
CREATE INDEX "commitments_promisor_id_idx" ON "commitments"("promisor_id");
CREATE INDEX "commitments_agreement_id_idx" ON "commitments"("agreement_id");
CREATE INDEX "commitments_project_id_idx" ON "commitments"("project_id");
CREATE INDEX "commitments_of_enterprise_id_idx" ON "commitments"("of_enterprise_id");
CREATE INDEX "commitments_of_park_id_idx" ON "commitments"("of_park_id");
CREATE INDEX "commitments_of_programme_id_idx" ON "commitments"("of_programme_id");
CREATE INDEX "commitments_owner_id_idx" ON "commitments"("owner_id");
CREATE INDEX "commitments_target_on_idx" ON "commitments"("target_on");
CREATE UNIQUE INDEX "commitment_steps_day_key" ON "commitment_steps"("commitment_id", "on_date");
CREATE UNIQUE INDEX "commitment_measurements_day_key" ON "commitment_measurements"("commitment_id", "on_date");
CREATE UNIQUE INDEX "instruments_code_key" ON "instruments"("code");
CREATE INDEX "instruments_issuer_id_idx" ON "instruments"("issuer_id");
CREATE INDEX "instruments_agreement_id_idx" ON "instruments"("agreement_id");
CREATE INDEX "instruments_priced_on_idx" ON "instruments"("priced_on");
CREATE UNIQUE INDEX "meeting_series_code_key" ON "meeting_series"("code");
CREATE INDEX "meetings_starts_on_idx" ON "meetings"("starts_on" DESC);
CREATE UNIQUE INDEX "meetings_number_key" ON "meetings"("series_id", "number");
CREATE INDEX "meeting_attendees_meeting_id_position_idx" ON "meeting_attendees"("meeting_id", "position");
CREATE INDEX "meeting_attendees_enterprise_id_idx" ON "meeting_attendees"("enterprise_id");
CREATE INDEX "meeting_outcomes_meeting_id_position_idx" ON "meeting_outcomes"("meeting_id", "position");
CREATE UNIQUE INDEX "policies_code_key" ON "policies"("code");
CREATE INDEX "policies_system_id_idx" ON "policies"("system_id");
CREATE INDEX "policies_institute_id_idx" ON "policies"("institute_id");
CREATE UNIQUE INDEX "policy_versions_number_key" ON "policy_versions"("policy_id", "number");
CREATE INDEX "policy_agreements_agreement_id_idx" ON "policy_agreements"("agreement_id");
CREATE UNIQUE INDEX "policy_agreements_key" ON "policy_agreements"("policy_id", "agreement_id");
CREATE INDEX "policy_programmes_programme_id_idx" ON "policy_programmes"("programme_id");
CREATE UNIQUE INDEX "policy_programmes_key" ON "policy_programmes"("policy_id", "programme_id");
CREATE UNIQUE INDEX "programmes_code_key" ON "programmes"("code");
CREATE INDEX "programmes_institute_id_idx" ON "programmes"("institute_id");
CREATE INDEX "programmes_agreement_id_idx" ON "programmes"("agreement_id");
CREATE INDEX "programmes_owner_id_idx" ON "programmes"("owner_id");
CREATE UNIQUE INDEX "programme_cohorts_year_key" ON "programme_cohorts"("programme_id", "year");
CREATE UNIQUE INDEX "rates_day_key" ON "rates"("base", "quote", "on_date");
CREATE INDEX "attachments_agreement_id_idx" ON "attachments"("agreement_id");
CREATE INDEX "attachments_meeting_id_idx" ON "attachments"("meeting_id");
CREATE INDEX "attachments_policy_id_idx" ON "attachments"("policy_id");
CREATE INDEX "attachments_commitment_id_idx" ON "attachments"("commitment_id");
CREATE INDEX "projects_agreement_id_idx" ON "projects"("agreement_id");

-- AddForeignKey
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "meeting_outcomes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreement_events" ADD CONSTRAINT "agreement_events_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_promisor_id_fkey" FOREIGN KEY ("promisor_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_of_enterprise_id_fkey" FOREIGN KEY ("of_enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_of_park_id_fkey" FOREIGN KEY ("of_park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_of_programme_id_fkey" FOREIGN KEY ("of_programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitment_steps" ADD CONSTRAINT "commitment_steps_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment_measurements" ADD CONSTRAINT "commitment_measurements_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_attendees" ADD CONSTRAINT "meeting_attendees_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_attendees" ADD CONSTRAINT "meeting_attendees_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_outcomes" ADD CONSTRAINT "meeting_outcomes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policies" ADD CONSTRAINT "policies_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "policies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policies" ADD CONSTRAINT "policies_institute_id_fkey" FOREIGN KEY ("institute_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policy_agreements" ADD CONSTRAINT "policy_agreements_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policy_agreements" ADD CONSTRAINT "policy_agreements_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policy_programmes" ADD CONSTRAINT "policy_programmes_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policy_programmes" ADD CONSTRAINT "policy_programmes_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_institute_id_fkey" FOREIGN KEY ("institute_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_cohorts" ADD CONSTRAINT "programme_cohorts_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "projects" ADD CONSTRAINT "projects_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT record_table('meeting_series');
SELECT record_table('meetings');
SELECT record_table('meeting_attendees', 'meeting_id');
SELECT record_table('meeting_outcomes', 'meeting_id');
SELECT record_table('action_items');
SELECT record_table('agreements');
SELECT record_table('agreement_parties', 'agreement_id');
SELECT record_table('agreement_events', 'agreement_id');
SELECT record_table('commitments');
SELECT record_table('commitment_steps', 'commitment_id');
SELECT record_table('commitment_measurements', 'commitment_id');
SELECT record_table('rates');
SELECT record_table('instruments');
SELECT record_table('policies');
SELECT record_table('policy_versions', 'policy_id');
SELECT record_table('policy_agreements', 'policy_id');
SELECT record_table('policy_programmes', 'policy_id');
SELECT record_table('programmes');
SELECT record_table('programme_cohorts', 'programme_id');

-- A measurement, a cohort's counts or a text goes back or stays by itself, though its history is read under its record.
CREATE OR REPLACE FUNCTION change_record(table_name text, root_id uuid, row_id uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN table_name IN ('headcounts', 'milestones', 'attachments', 'commitment_measurements', 'programme_cohorts',
    'policy_versions') THEN row_id ELSE root_id END
$$;

-- None of these is attached to a firm that was merged into another.
DO $$
DECLARE
  held record;
BEGIN
  FOR held IN SELECT * FROM (VALUES ('agreement_parties', 'enterprise_id'), ('meeting_attendees', 'enterprise_id'),
    ('commitments', 'promisor_id'), ('commitments', 'of_enterprise_id'), ('instruments', 'issuer_id'),
    ('policies', 'institute_id'), ('programmes', 'institute_id')) AS v (table_name, column_name)
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER merged_closed_%2$s AFTER INSERT OR UPDATE OF %2$I ON %1$I
      DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_merged(%2$L)', held.table_name, held.column_name);
  END LOOP;
END $$;

-- What a policy is grouped under is a system.
CREATE FUNCTION policies_system_is_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM policies p WHERE p.id = NEW.system_id AND p.kind <> 'SYSTEM')
    OR (NEW.kind <> 'SYSTEM' AND EXISTS (SELECT 1 FROM policies p WHERE p.system_id = NEW.id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'policies_system_is_one',
      MESSAGE = 'a policy is grouped under a rule system only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policies_system_is_one AFTER INSERT OR UPDATE OF system_id, kind ON policies
  FOR EACH ROW EXECUTE FUNCTION policies_system_is_one();

-- Whoever writes the stage, the day it delivered is there: the one given, the one it had, or today's in the zone.
CREATE FUNCTION projects_date_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.delivered_on := CASE WHEN NEW.stage = 'DELIVERED'
    THEN coalesce(NEW.delivered_on, (now() AT TIME ZONE 'Asia/Shanghai')::date) END;
  RETURN NEW;
END $$;
CREATE TRIGGER projects_date_delivery BEFORE INSERT OR UPDATE ON projects
  FOR EACH ROW EXECUTE FUNCTION projects_date_delivery();

-- Those that have delivered did so with their last milestone.
DO $$
DECLARE
  header uuid;
BEGIN
  IF EXISTS (SELECT 1 FROM projects WHERE stage = 'DELIVERED') THEN
    INSERT INTO change_sets (id, verb, via, actor_name)
      VALUES (gen_random_uuid(), 'projects.update', 'SYSTEM', 'Tenantry') RETURNING id INTO header;
    PERFORM set_config('tenantry.change_set', header::text, true);
    UPDATE projects p SET delivered_on = (SELECT max(m.actual_on) FROM milestones m WHERE m.project_id = p.id)
      WHERE stage = 'DELIVERED';
    PERFORM set_config('tenantry.change_set', '', true);
  END IF;
END $$;
ALTER TABLE projects ADD CONSTRAINT projects_delivered_dated CHECK ((stage = 'DELIVERED') = (delivered_on IS NOT NULL));
