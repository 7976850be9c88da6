-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('UNITS', 'ENTERPRISES', 'TENANCIES', 'PROJECTS');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('CHECKED', 'COMMITTED');

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'CHECKED',
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "file_hash" TEXT NOT NULL,
    "sheet" TEXT,
    "header_row" INTEGER NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "name_match" TEXT NOT NULL DEFAULT 'ask',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(3),
    "change_set_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_files" (
    "import_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "parsed" BYTEA NOT NULL,
    "outcome" BYTEA NOT NULL,
    CONSTRAINT "import_files_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "import_progress" (
    "import_id" UUID NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "imports_created_at_idx" ON "imports"("created_at" DESC);

-- CreateIndex
CREATE INDEX "imports_created_by_id_created_at_idx" ON "imports"("created_by_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "import_mappings_signature_key" ON "import_mappings"("kind", "signature");

-- AddForeignKey
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_progress" ADD CONSTRAINT "import_progress_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold
ALTER TABLE imports ADD CONSTRAINT imports_committed_whole
  CHECK ((status = 'COMMITTED') = (committed_at IS NOT NULL) AND (status = 'COMMITTED') = (change_set_id IS NOT NULL));
ALTER TABLE imports ADD CONSTRAINT imports_name_match_known CHECK (name_match IN ('ask', 'same', 'new'));

-- History: the imports and the mappings. Not the bytes of files, nor how far a commit has come.
DO $$ BEGIN
  PERFORM record_table('imports');
  PERFORM record_table('import_mappings');
END $$;
