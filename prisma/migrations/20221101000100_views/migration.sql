-- Views of lists that people keep, and how each person likes each list.

-- CreateTable
CREATE TABLE "views" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "views_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "views_name_present" CHECK ("name" <> '')
);

-- CreateTable
CREATE TABLE "list_choices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "columns" TEXT,
    "view_id" UUID,
    CONSTRAINT "list_choices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "views_owner_list_name_key" ON "views"("owner_id", "list", "name");
CREATE INDEX "views_list_shared_idx" ON "views"("list", "shared");
CREATE UNIQUE INDEX "list_choices_user_list_key" ON "list_choices"("user_id", "list");
CREATE INDEX "list_choices_view_id_idx" ON "list_choices"("view_id");

-- AddForeignKey
ALTER TABLE "views" ADD CONSTRAINT "views_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "list_choices" ADD CONSTRAINT "list_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT record_table('views');
SELECT record_table('list_choices');
