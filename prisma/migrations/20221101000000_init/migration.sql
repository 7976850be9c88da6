-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "btree_gist";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateEnum
CREATE TYPE "change_via" AS ENUM ('FORM', 'IMPORT', 'API', 'APPROVAL', 'SYSTEM');

-- CreateEnum
CREATE TYPE "cluster" AS ENUM ('BIOMEDICINE', 'DIGITAL_ECONOMY', 'GREEN_DEVELOPMENT', 'FINANCIAL_SERVICES', 'ADVANCED_MANUFACTURING', 'SERVICES', 'OTHER');

-- CreateEnum
CREATE TYPE "enterprise_stage" AS ENUM ('PROSPECT', 'NEGOTIATING', 'SIGNED', 'IN', 'EXITING', 'EXITED');

-- CreateEnum
CREATE TYPE "identifier_type" AS ENUM ('USCC', 'UEN', 'OTHER');

-- CreateEnum
CREATE TYPE "presence_kind" AS ENUM ('REGISTERED', 'PRESENT', 'EMPLOYING');

-- CreateEnum
CREATE TYPE "headcount_source" AS ENUM ('RETURN', 'OFFICER', 'IMPORT');

-- CreateEnum
CREATE TYPE "park_status" AS ENUM ('PLANNED', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "project_kind" AS ENUM ('INDUSTRIALISATION', 'RESEARCH', 'INFRASTRUCTURE', 'TRAINING', 'FINANCE');

-- CreateEnum
CREATE TYPE "project_stage" AS ENUM ('PROPOSED', 'APPROVED', 'ACTIVE', 'DELIVERED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "unit_use" AS ENUM ('OFFICE', 'LAB', 'GMP_WORKSHOP', 'PRODUCTION', 'RETAIL', 'WAREHOUSE', 'DESK_ZONE', 'PARKING', 'OTHER');

-- CreateEnum
CREATE TYPE "availability" AS ENUM ('LETTABLE', 'SELF_USE', 'COMMON', 'UNDER_WORKS', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMIN', 'OFFICER', 'MANAGER', 'ENTERPRISE', 'VIEWER');

-- CreateEnum
CREATE TYPE "user_status" AS ENUM ('INVITED', 'ACTIVE', 'SUSPENDED');

-- CreateTable
CREATE TABLE "buildings" (
    "id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "gross_area" DECIMAL(14,2),
    "closed_on" DATE,
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "buildings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floors" (
    "id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "position" DECIMAL(6,2) NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "floors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_sets" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "xact" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    "verb" TEXT NOT NULL,
    "via" "change_via" NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "on_behalf_of_id" UUID,
    "undoes_id" UUID,

    CONSTRAINT "change_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changes" (
    "id" BIGSERIAL NOT NULL,
    "change_set_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "op" CHAR(1) NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprises" (
    "id" UUID NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "short_name" TEXT,
    "former_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cluster" "cluster" NOT NULL DEFAULT 'OTHER',
    "sector_code" TEXT,
    "country" CHAR(2),
    "ultimate_parent" TEXT,
    "foreign_share" DECIMAL(5,2),
    "headquarters" BOOLEAN NOT NULL DEFAULT false,
    "stage" "enterprise_stage" NOT NULL DEFAULT 'PROSPECT',
    "website" TEXT,
    "description" TEXT,
    "owner_id" UUID,
    "branch_of_id" UUID,
    "ended_on" DATE,
    "name_key_zh" TEXT NOT NULL DEFAULT '',
    "name_key_en" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enterprises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_identifiers" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "type" "identifier_type" NOT NULL,
    "value" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "former" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "enterprise_identifiers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_contacts" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "primary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "enterprise_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presences" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "kind" "presence_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "headcounts" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "own" INTEGER,
    "dispatched" INTEGER,
    "other" INTEGER,
    "local" INTEGER,
    "foreign" INTEGER,
    "full_time" INTEGER,
    "part_time" INTEGER,
    "r_and_d" INTEGER,
    "degree" INTEGER,
    "source" "headcount_source" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "headcounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leases" (
    "id" UUID NOT NULL,
    "lease_no" TEXT NOT NULL,
    "park_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "signed_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "moved_in_on" DATE,
    "terminated_on" DATE,
    "moved_out_on" DATE,
    "break_on" DATE,
    "holdover" BOOLEAN NOT NULL DEFAULT false,
    "renewal_of_id" UUID,
    "sublease_of_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease_lines" (
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "area" DECIMAL(12,2) NOT NULL,
    "seats" INTEGER,
    "line_from" DATE,
    "line_to" DATE,
    "in_force_from" DATE,
    "in_force_to" DATE,
    "exclusive" BOOLEAN NOT NULL DEFAULT true,
    "sublease" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "lease_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "title_zh" TEXT,
    "title_en" TEXT,
    "weight" DECIMAL(9,3) NOT NULL DEFAULT 1,
    "original_baseline_on" DATE NOT NULL,
    "baseline_on" DATE NOT NULL,
    "forecast_on" DATE,
    "actual_on" DATE,
    "cancelled_on" DATE,
    "owner" TEXT,
    "evidence" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_forecasts" (
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "reported_on" DATE NOT NULL,
    "forecast_on" DATE,
    "note" TEXT,

    CONSTRAINT "milestone_forecasts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_baselines" (
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "approved_on" DATE NOT NULL,
    "baseline_on" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "milestone_baselines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parks" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "operator" TEXT,
    "status" "park_status" NOT NULL DEFAULT 'OPEN',
    "opened_on" DATE,
    "closed_on" DATE,
    "planned_investment" DECIMAL(18,2),
    "planned_investment_currency" CHAR(3),
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "cluster" "cluster" NOT NULL DEFAULT 'OTHER',
    "kind" "project_kind" NOT NULL DEFAULT 'INDUSTRIALISATION',
    "stage" "project_stage" NOT NULL DEFAULT 'ACTIVE',
    "park_id" UUID,
    "lead_id" UUID,
    "owner_id" UUID,
    "planned_investment" DECIMAL(18,2),
    "planned_investment_currency" CHAR(3),
    "cancelled_on" DATE,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_updates" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "text_zh" TEXT,
    "text_en" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "floor_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "area" DECIMAL(12,2) NOT NULL,
    "use" "unit_use" NOT NULL DEFAULT 'OFFICE',
    "availability" "availability" NOT NULL DEFAULT 'LETTABLE',
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "seats" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "remeasure_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "status" "user_status" NOT NULL DEFAULT 'ACTIVE',
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "all_parks" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_parks" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,

    CONSTRAINT "user_parks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_enterprises" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "firm_admin" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "user_enterprises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_links" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "buildings_park_code_key" ON "buildings"("park_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "buildings_id_park_key" ON "buildings"("id", "park_id");

-- CreateIndex
CREATE UNIQUE INDEX "floors_building_label_key" ON "floors"("building_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "floors_building_position_key" ON "floors"("building_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "floors_id_building_key" ON "floors"("id", "building_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_sets_undoes_key" ON "change_sets"("undoes_id");

-- CreateIndex
CREATE INDEX "change_sets_at_idx" ON "change_sets"("at" DESC);

-- CreateIndex
CREATE INDEX "change_sets_actor_id_at_idx" ON "change_sets"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "changes_change_set_id_idx" ON "changes"("change_set_id");

-- CreateIndex
CREATE INDEX "changes_root_id_id_idx" ON "changes"("root_id", "id" DESC);

-- CreateIndex
CREATE INDEX "changes_table_name_row_id_at_idx" ON "changes"("table_name", "row_id", "at");

-- CreateIndex
CREATE INDEX "enterprises_sort_zh_id_idx" ON "enterprises"("sort_zh", "id");

-- CreateIndex
CREATE INDEX "enterprises_sort_en_id_idx" ON "enterprises"("sort_en", "id");

-- CreateIndex
CREATE INDEX "enterprises_cluster_sort_zh_idx" ON "enterprises"("cluster", "sort_zh");

-- CreateIndex
CREATE INDEX "enterprises_name_key_zh_idx" ON "enterprises"("name_key_zh");

-- CreateIndex
CREATE INDEX "enterprises_name_key_en_idx" ON "enterprises"("name_key_en");

-- CreateIndex
CREATE INDEX "enterprises_owner_id_idx" ON "enterprises"("owner_id");

-- CreateIndex
CREATE INDEX "enterprises_branch_of_id_idx" ON "enterprises"("branch_of_id");

-- CreateIndex
CREATE INDEX "enterprises_search_idx" ON "enterprises" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "enterprise_identifiers_enterprise_id_idx" ON "enterprise_identifiers"("enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_identifiers_value_idx" ON "enterprise_identifiers"("value");

-- CreateIndex
CREATE INDEX "enterprise_contacts_enterprise_id_idx" ON "enterprise_contacts"("enterprise_id");

-- CreateIndex
CREATE INDEX "presences_enterprise_id_idx" ON "presences"("enterprise_id");

-- CreateIndex
CREATE INDEX "presences_park_id_kind_idx" ON "presences"("park_id", "kind");

-- CreateIndex
CREATE INDEX "headcounts_park_id_on_date_idx" ON "headcounts"("park_id", "on_date");

-- CreateIndex
CREATE UNIQUE INDEX "headcounts_enterprise_park_on_key" ON "headcounts"("enterprise_id", "park_id", "on_date");

-- CreateIndex
CREATE UNIQUE INDEX "leases_lease_no_key" ON "leases"("lease_no");

-- CreateIndex
CREATE INDEX "leases_enterprise_id_idx" ON "leases"("enterprise_id");

-- CreateIndex
CREATE INDEX "leases_park_id_ends_on_idx" ON "leases"("park_id", "ends_on");

-- CreateIndex
CREATE INDEX "leases_ends_on_idx" ON "leases"("ends_on");

-- CreateIndex
CREATE INDEX "leases_renewal_of_id_idx" ON "leases"("renewal_of_id");

-- CreateIndex
CREATE INDEX "leases_sublease_of_id_idx" ON "leases"("sublease_of_id");

-- CreateIndex
CREATE INDEX "lease_lines_unit_id_in_force_from_idx" ON "lease_lines"("unit_id", "in_force_from");

-- CreateIndex
CREATE INDEX "lease_lines_in_force_from_in_force_to_idx" ON "lease_lines"("in_force_from", "in_force_to");

-- CreateIndex
CREATE UNIQUE INDEX "lease_lines_lease_unit_key" ON "lease_lines"("lease_id", "unit_id");

-- CreateIndex
CREATE INDEX "milestones_project_id_position_idx" ON "milestones"("project_id", "position");

-- CreateIndex
CREATE INDEX "milestones_forecast_on_idx" ON "milestones"("forecast_on");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_forecasts_day_key" ON "milestone_forecasts"("milestone_id", "reported_on");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_baselines_day_key" ON "milestone_baselines"("milestone_id", "approved_on");

-- CreateIndex
CREATE UNIQUE INDEX "parks_code_key" ON "parks"("code");

-- CreateIndex
CREATE UNIQUE INDEX "projects_code_key" ON "projects"("code");

-- CreateIndex
CREATE INDEX "projects_park_id_sort_zh_idx" ON "projects"("park_id", "sort_zh");

-- CreateIndex
CREATE INDEX "projects_lead_id_idx" ON "projects"("lead_id");

-- CreateIndex
CREATE INDEX "projects_owner_id_idx" ON "projects"("owner_id");

-- CreateIndex
CREATE INDEX "project_updates_project_id_on_date_idx" ON "project_updates"("project_id", "on_date");

-- CreateIndex
CREATE INDEX "units_building_id_code_idx" ON "units"("building_id", "code");

-- CreateIndex
CREATE INDEX "units_park_id_building_id_idx" ON "units"("park_id", "building_id");

-- CreateIndex
CREATE INDEX "units_floor_id_idx" ON "units"("floor_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_role_status_name_idx" ON "users"("role", "status", "name");

-- CreateIndex
CREATE INDEX "user_parks_park_id_idx" ON "user_parks"("park_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_parks_user_park_key" ON "user_parks"("user_id", "park_id");

-- CreateIndex
CREATE INDEX "user_enterprises_enterprise_id_idx" ON "user_enterprises"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_enterprises_user_enterprise_key" ON "user_enterprises"("user_id", "enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_links_token_hash_key" ON "setup_links"("token_hash");

-- CreateIndex
CREATE INDEX "setup_links_user_id_idx" ON "setup_links"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- AddForeignKey
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floors" ADD CONSTRAINT "floors_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "buildings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_change_set_id_fkey" FOREIGN KEY ("change_set_id") REFERENCES "change_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_branch_of_id_fkey" FOREIGN KEY ("branch_of_id") REFERENCES "enterprises"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_identifiers" ADD CONSTRAINT "enterprise_identifiers_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_contacts" ADD CONSTRAINT "enterprise_contacts_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_renewal_of_id_fkey" FOREIGN KEY ("renewal_of_id") REFERENCES "leases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_sublease_of_id_fkey" FOREIGN KEY ("sublease_of_id") REFERENCES "leases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease_lines" ADD CONSTRAINT "lease_lines_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "leases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease_lines" ADD CONSTRAINT "lease_lines_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_forecasts" ADD CONSTRAINT "milestone_forecasts_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_baselines" ADD CONSTRAINT "milestone_baselines_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "enterprises"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_building_id_park_id_fkey" FOREIGN KEY ("building_id", "park_id") REFERENCES "buildings"("id", "park_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_floor_id_building_id_fkey" FOREIGN KEY ("floor_id", "building_id") REFERENCES "floors"("id", "building_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_parks" ADD CONSTRAINT "user_parks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_parks" ADD CONSTRAINT "user_parks_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_enterprises" ADD CONSTRAINT "user_enterprises_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_enterprises" ADD CONSTRAINT "user_enterprises_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setup_links" ADD CONSTRAINT "setup_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


