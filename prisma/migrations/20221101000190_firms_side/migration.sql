-- CreateEnum
CREATE TYPE "change_request_state" AS ENUM ('OPEN', 'RETURNED', 'DECIDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "change_decision" AS ENUM ('ACCEPTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "join_state" AS ENUM ('UNPROVEN', 'OPEN', 'CONFIRMED', 'REFUSED');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('INVITATION', 'JOIN_CHECK', 'JOIN_REQUESTED', 'JOIN_CONFIRMED', 'JOIN_REFUSED', 'CHANGE_REQUESTED', 'CHANGE_RETURNED', 'CHANGE_DECIDED', 'RETURN_OPENED', 'RETURN_REMINDER', 'RETURN_OVERDUE', 'RETURN_SUBMITTED', 'RETURN_SENT_BACK', 'RETURN_ACCEPTED', 'DIGEST');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'KEPT');

-- CreateEnum
CREATE TYPE "return_state" AS ENUM ('NOT_STARTED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'EXEMPT', 'ESTIMATED');

-- CreateEnum
CREATE TYPE "return_exemption" AS ENUM ('REGISTERED_ONLY', 'PUBLIC_BODY', 'OTHER');

-- CreateEnum
CREATE TYPE "round_standing" AS ENUM ('PROVISIONAL', 'REVISED', 'FINAL');

-- CreateEnum
CREATE TYPE "reminder_stage" AS ENUM ('OPENED', 'BEFORE_DUE', 'DUE', 'LATE_3', 'LATE_7', 'OWNER');



ALTER TYPE "job_name" ADD VALUE 'TURN_ROUNDS';
ALTER TYPE "job_name" ADD VALUE 'REMIND_RETURNS';
ALTER TYPE "job_name" ADD VALUE 'SEND_DIGESTS';
ALTER TYPE "job_name" ADD VALUE 'SEND_MAILS';

-- AlterTable
ALTER TABLE "enterprises" ADD COLUMN     "public_body" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "headcounts" ADD COLUMN     "return_id" UUID;

-- CreateTable
CREATE TABLE "change_requests" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "milestone_id" UUID,
    "base_version" INTEGER NOT NULL,
    "state" "change_request_state" NOT NULL DEFAULT 'OPEN',
    "note" TEXT,
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request_fields" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "decision" "change_decision",
    "comment" TEXT,
    "attachment_id" UUID,

    CONSTRAINT "change_request_fields_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_qualifications" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "issuer" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "attachment_id" UUID,

    CONSTRAINT "enterprise_qualifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firm_admin" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "invited_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "join_requests" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "identifier_type" "identifier_type" NOT NULL,
    "identifier_value" TEXT NOT NULL,
    "enterprise_id" UUID,
    "message" TEXT,
    "state" "join_state" NOT NULL DEFAULT 'UNPROVEN',
    "token_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "proven_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "join_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "digested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choices" (
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "by_mail" BOOLEAN NOT NULL,
    "in_digest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "user_id" UUID,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_forms" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "months" INTEGER NOT NULL DEFAULT 3,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_form_versions" (
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_form_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_rounds" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "form_version_id" UUID NOT NULL,
    "period_from" DATE NOT NULL,
    "reference_on" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "park_id" UUID,
    "leave_registered_only" BOOLEAN NOT NULL DEFAULT true,
    "leave_public_bodies" BOOLEAN NOT NULL DEFAULT true,
    "owner_id" UUID,
    "scoped_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "standing" "round_standing" NOT NULL DEFAULT 'PROVISIONAL',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "state" "return_state" NOT NULL DEFAULT 'NOT_STARTED',
    "exemption" "return_exemption",
    "exempt_reason" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "comments" JSONB NOT NULL DEFAULT '{}',
    "received_on" DATE,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by_name" TEXT,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_name" TEXT,
    "comment" TEXT,
    "open_until" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "returns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_reminders" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "stage" "reminder_stage" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_reminders_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_requests_enterprise_id_state_idx" ON "change_requests"("enterprise_id", "state");

-- CreateIndex
CREATE INDEX "change_requests_milestone_id_idx" ON "change_requests"("milestone_id");

-- CreateIndex
CREATE INDEX "change_requests_state_asked_at_idx" ON "change_requests"("state", "asked_at");

-- CreateIndex
CREATE INDEX "change_requests_asked_by_id_idx" ON "change_requests"("asked_by_id");

-- CreateIndex
CREATE INDEX "change_requests_owner_id_idx" ON "change_requests"("owner_id");

-- CreateIndex
CREATE INDEX "change_requests_decided_by_id_idx" ON "change_requests"("decided_by_id");

-- CreateIndex
CREATE INDEX "change_request_fields_attachment_id_idx" ON "change_request_fields"("attachment_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_fields_key" ON "change_request_fields"("request_id", "field");

-- CreateIndex
CREATE INDEX "enterprise_qualifications_enterprise_id_idx" ON "enterprise_qualifications"("enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_qualifications_valid_to_idx" ON "enterprise_qualifications"("valid_to");

-- CreateIndex
CREATE INDEX "enterprise_qualifications_attachment_id_idx" ON "enterprise_qualifications"("attachment_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_enterprise_id_created_at_idx" ON "invitations"("enterprise_id", "created_at");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- CreateIndex
CREATE INDEX "invitations_invited_by_id_idx" ON "invitations"("invited_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "join_requests_token_hash_key" ON "join_requests"("token_hash");

-- CreateIndex
CREATE INDEX "join_requests_state_created_at_idx" ON "join_requests"("state", "created_at");

-- CreateIndex
CREATE INDEX "join_requests_user_id_idx" ON "join_requests"("user_id");

-- CreateIndex
CREATE INDEX "join_requests_enterprise_id_idx" ON "join_requests"("enterprise_id");

-- CreateIndex
CREATE INDEX "join_requests_decided_by_id_idx" ON "join_requests"("decided_by_id");

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_idx" ON "notifications"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notifications_key" ON "notifications"("user_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "mails_key" ON "mails"("key");

-- CreateIndex
CREATE INDEX "mails_state_next_at_idx" ON "mails"("state", "next_at");

-- CreateIndex
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

-- CreateIndex
CREATE INDEX "mails_user_id_idx" ON "mails"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_forms_code_key" ON "return_forms"("code");

-- CreateIndex
CREATE UNIQUE INDEX "return_form_versions_number_key" ON "return_form_versions"("form_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "return_rounds_code_key" ON "return_rounds"("code");

-- CreateIndex
CREATE INDEX "return_rounds_form_version_id_idx" ON "return_rounds"("form_version_id");

-- CreateIndex
CREATE INDEX "return_rounds_park_id_idx" ON "return_rounds"("park_id");

-- CreateIndex
CREATE INDEX "return_rounds_owner_id_idx" ON "return_rounds"("owner_id");

-- CreateIndex
CREATE INDEX "return_rounds_due_on_idx" ON "return_rounds"("due_on");

-- CreateIndex
CREATE INDEX "return_rounds_reference_on_idx" ON "return_rounds"("reference_on");

-- CreateIndex
CREATE INDEX "returns_round_id_state_idx" ON "returns"("round_id", "state");

-- CreateIndex
CREATE INDEX "returns_enterprise_id_idx" ON "returns"("enterprise_id");

-- CreateIndex
CREATE INDEX "returns_park_id_idx" ON "returns"("park_id");

-- CreateIndex
CREATE UNIQUE INDEX "returns_round_enterprise_key" ON "returns"("round_id", "enterprise_id");

-- CreateIndex
CREATE INDEX "return_reminders_user_id_idx" ON "return_reminders"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_reminders_once_key" ON "return_reminders"("return_id", "user_id", "stage");

-- CreateIndex
CREATE INDEX "headcounts_return_id_idx" ON "headcounts"("return_id");

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request_fields" ADD CONSTRAINT "change_request_fields_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request_fields" ADD CONSTRAINT "change_request_fields_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_qualifications" ADD CONSTRAINT "enterprise_qualifications_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_qualifications" ADD CONSTRAINT "enterprise_qualifications_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_form_versions" ADD CONSTRAINT "return_form_versions_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "return_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_rounds" ADD CONSTRAINT "return_rounds_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "return_form_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_rounds" ADD CONSTRAINT "return_rounds_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_rounds" ADD CONSTRAINT "return_rounds_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "return_rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_reminders" ADD CONSTRAINT "return_reminders_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_reminders" ADD CONSTRAINT "return_reminders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that models cannot express.
ALTER TABLE "return_forms" ADD CONSTRAINT "return_forms_title_present" CHECK (coalesce("title_zh", "title_en") IS NOT NULL);
ALTER TABLE "return_forms" ADD CONSTRAINT "return_forms_months" CHECK ("months" IN (1, 3, 6, 12));
ALTER TABLE "return_rounds" ADD CONSTRAINT "return_rounds_title_present" CHECK (coalesce("title_zh", "title_en") IS NOT NULL);
ALTER TABLE "return_rounds" ADD CONSTRAINT "return_rounds_days_ordered" CHECK ("period_from" <= "reference_on"
  AND "reference_on" <= "due_on" AND "opens_on" <= "due_on" AND "due_on" <= "closes_on");
ALTER TABLE "returns" ADD CONSTRAINT "returns_exempt_reasoned" CHECK (("state" = 'EXEMPT') = ("exemption" IS NOT NULL)
  AND ("exemption" IS DISTINCT FROM 'OTHER' OR "exempt_reason" IS NOT NULL));
ALTER TABLE "returns" ADD CONSTRAINT "returns_received" CHECK ("state" NOT IN ('SUBMITTED', 'ACCEPTED') OR "received_on" IS NOT NULL);
ALTER TABLE "enterprise_qualifications" ADD CONSTRAINT "enterprise_qualifications_days_ordered" CHECK ("valid_from" <= "valid_to");
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_email_lower" CHECK ("email" = lower("email"));

CREATE UNIQUE INDEX "invitations_open_key" ON "invitations" ("enterprise_id", "email") WHERE "accepted_at" IS NULL AND "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "change_requests_firm_key" ON "change_requests" ("enterprise_id")
  WHERE "milestone_id" IS NULL AND "state" IN ('OPEN', 'RETURNED');
CREATE UNIQUE INDEX "change_requests_milestone_key" ON "change_requests" ("milestone_id") WHERE "state" IN ('OPEN', 'RETURNED');

-- What a round has asked stays as it was asked.
CREATE FUNCTION return_form_versions_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen_at IS NOT NULL AND NEW.definition IS DISTINCT FROM OLD.definition THEN
    RAISE EXCEPTION 'return_form_versions_frozen: a round asks this version'
      USING ERRCODE = '23514', CONSTRAINT = 'return_form_versions_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_form_versions_frozen BEFORE UPDATE ON return_form_versions
  FOR EACH ROW EXECUTE FUNCTION return_form_versions_frozen();

SELECT record_table('invitations', 'enterprise_id', 'token_hash');
SELECT record_table('join_requests', 'id', 'token_hash');
SELECT record_table('change_requests');
SELECT record_table('change_request_fields', 'request_id');
SELECT record_table('return_forms');
SELECT record_table('return_form_versions', 'form_id');
SELECT record_table('return_rounds');
SELECT record_table('returns');
SELECT record_table('enterprise_qualifications', 'enterprise_id');

-- An invitation or a form's version goes back or stays by itself, though its history is read under its record.
CREATE OR REPLACE FUNCTION change_record(table_name text, root_id uuid, row_id uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN table_name IN ('headcounts', 'milestones', 'attachments', 'commitment_measurements', 'programme_cohorts',
    'policy_versions', 'project_amounts', 'project_entries', 'project_rags', 'milestone_dependencies', 'invitations',
    'return_form_versions')
    THEN row_id ELSE root_id END
$$;

-- None of these is attached to a firm that was merged into another.
DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['invitations', 'change_requests', 'returns', 'enterprise_qualifications'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER merged_closed_enterprise_id AFTER INSERT OR UPDATE OF enterprise_id ON %I
      DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_merged(''enterprise_id'')', held);
  END LOOP;
END $$;
