-- Files beside firms, leases, projects and milestones.

-- CreateEnum
CREATE TYPE "attachment_kind" AS ENUM ('CONTRACT', 'LICENCE', 'EVIDENCE', 'CORRESPONDENCE', 'PHOTO', 'OTHER');

-- CreateTable
CREATE TABLE "attachment_blobs" (
    "id" UUID NOT NULL,
    "store" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "attachment_blobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_chunks" (
    "blob_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "attachment_chunks_pkey" PRIMARY KEY ("blob_id", "position")
);

-- Papers and pictures are packed already; trying to pack them again costs time and gains nothing.
ALTER TABLE "attachment_chunks" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID,
    "lease_id" UUID,
    "project_id" UUID,
    "milestone_id" UUID,
    "owner_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce("enterprise_id", "lease_id", "project_id", "milestone_id")) STORED,
    "file_name" TEXT NOT NULL,
    "title" TEXT,
    "kind" "attachment_kind" NOT NULL DEFAULT 'OTHER',
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "attachments_one_owner" CHECK (num_nonnulls("enterprise_id", "lease_id", "project_id", "milestone_id") = 1),
    CONSTRAINT "attachments_size_range" CHECK ("size" BETWEEN 1 AND 52428800)
);

-- CreateIndex
CREATE INDEX "attachment_blobs_at_idx" ON "attachment_blobs"("at");
CREATE INDEX "attachments_owner_id_created_at_idx" ON "attachments"("owner_id", "created_at" DESC);
CREATE INDEX "attachments_enterprise_id_idx" ON "attachments"("enterprise_id");
CREATE INDEX "attachments_lease_id_idx" ON "attachments"("lease_id");
CREATE INDEX "attachments_project_id_idx" ON "attachments"("project_id");
CREATE INDEX "attachments_milestone_id_idx" ON "attachments"("milestone_id");
CREATE INDEX "attachments_created_by_id_idx" ON "attachments"("created_by_id");

-- AddForeignKey. The first one also means: bytes that are gone cannot be spoken of again, by an undo neither.
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_id_fkey" FOREIGN KEY ("id") REFERENCES "attachment_blobs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_lease_id_fkey" FOREIGN KEY ("lease_id") REFERENCES "leases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT record_table('attachments', 'owner_id');

-- An attachment goes back or stays by itself, though its history is read under its record.
CREATE OR REPLACE FUNCTION change_record(table_name text, root_id uuid, row_id uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN table_name IN ('headcounts', 'milestones', 'attachments') THEN row_id ELSE root_id END
$$;

-- As all that hangs on a firm: none is attached to one that was merged into another.
CREATE CONSTRAINT TRIGGER merged_closed_enterprise_id AFTER INSERT OR UPDATE OF enterprise_id ON attachments
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_merged('enterprise_id');
