-- Sentences that the office has published, and the figures that they are bound to.

CREATE TYPE "claim_metric" AS ENUM ('TENANTS', 'HEADCOUNT', 'OCCUPIED_AREA', 'OCCUPANCY_RATE', 'PROJECTS', 'MILESTONES', 'ISSUANCE', 'TRAINED', 'AGREEMENTS');
CREATE TYPE "claim_scope" AS ENUM ('ZONE', 'PARK', 'FIRM', 'AGREEMENT', 'PROGRAMME', 'PROJECT', 'MEETING');
CREATE TYPE "claim_comparison" AS ENUM ('MORE_THAN', 'AT_LEAST', 'EQUALS');

CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "text_zh" TEXT,
    "text_en" TEXT,
    "published_on" DATE NOT NULL,
    "published_in" TEXT,
    "as_of" DATE NOT NULL,
    "signed_off_at" TIMESTAMPTZ(3),
    "signed_off_by" TEXT,
    "signed_off_by_id" UUID,
    "withdrawn_on" DATE,
    "search" TEXT NOT NULL DEFAULT '',
    "sort_zh" TEXT NOT NULL DEFAULT '',
    "sort_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "claims_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "claims_text_present" CHECK (num_nonnulls("text_zh", "text_en") > 0),
    CONSTRAINT "claims_sign_off_whole" CHECK (num_nonnulls("signed_off_at", "signed_off_by") IN (0, 2) AND ("signed_off_at" IS NOT NULL OR "signed_off_by_id" IS NULL)),
    CONSTRAINT "claims_withdrawn_after" CHECK ("withdrawn_on" >= "published_on")
);

-- What a sentence says of one figure: of which, over what, and how much.
CREATE TABLE "claim_bindings" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "metric" "claim_metric" NOT NULL,
    "scope" "claim_scope" NOT NULL DEFAULT 'ZONE',
    "park_id" UUID,
    "enterprise_id" UUID,
    "agreement_id" UUID,
    "programme_id" UUID,
    "project_id" UUID,
    "meeting_id" UUID,
    "currency" CHAR(3),
    "comparison" "claim_comparison" NOT NULL,
    "said" DECIMAL(18,4) NOT NULL,
    CONSTRAINT "claim_bindings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "claim_bindings_scope" CHECK (num_nonnulls("park_id", "enterprise_id", "agreement_id", "programme_id", "project_id", "meeting_id") = ("scope" <> 'ZONE')::int
      AND CASE "scope" WHEN 'ZONE' THEN true WHEN 'PARK' THEN "park_id" IS NOT NULL WHEN 'FIRM' THEN "enterprise_id" IS NOT NULL
        WHEN 'AGREEMENT' THEN "agreement_id" IS NOT NULL WHEN 'PROGRAMME' THEN "programme_id" IS NOT NULL
        WHEN 'PROJECT' THEN "project_id" IS NOT NULL WHEN 'MEETING' THEN "meeting_id" IS NOT NULL END),
    CONSTRAINT "claim_bindings_currency" CHECK (("metric" = 'ISSUANCE') = ("currency" IS NOT NULL)),
    CONSTRAINT "claim_bindings_said" CHECK ("said" >= 0)
);

CREATE UNIQUE INDEX "claims_code_key" ON "claims"("code");
CREATE INDEX "claims_published_on_idx" ON "claims"("published_on" DESC);
CREATE INDEX "claims_signed_off_by_id_idx" ON "claims"("signed_off_by_id");
CREATE INDEX "claim_bindings_claim_id_position_idx" ON "claim_bindings"("claim_id", "position");
CREATE INDEX "claim_bindings_park_id_idx" ON "claim_bindings"("park_id");
CREATE INDEX "claim_bindings_enterprise_id_idx" ON "claim_bindings"("enterprise_id");
CREATE INDEX "claim_bindings_agreement_id_idx" ON "claim_bindings"("agreement_id");
CREATE INDEX "claim_bindings_programme_id_idx" ON "claim_bindings"("programme_id");
CREATE INDEX "claim_bindings_project_id_idx" ON "claim_bindings"("project_id");
CREATE INDEX "claim_bindings_meeting_id_idx" ON "claim_bindings"("meeting_id");

ALTER TABLE "claims" ADD CONSTRAINT "claims_signed_off_by_id_fkey" FOREIGN KEY ("signed_off_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_bindings" ADD CONSTRAINT "claim_bindings_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT record_table('claims');
SELECT record_table('claim_bindings', 'claim_id');

CREATE CONSTRAINT TRIGGER merged_closed_enterprise_id AFTER INSERT OR UPDATE OF enterprise_id ON claim_bindings
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_merged('enterprise_id');
