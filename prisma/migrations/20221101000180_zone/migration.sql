-- The zone that this office reports on: one row, or none while nobody has said.

CREATE TABLE "zone" (
    "id" UUID NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "region_zh" TEXT,
    "region_en" TEXT,
    "office_zh" TEXT,
    "office_en" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "zone_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "zone_one" CHECK ("id" = '00000000-0000-7000-8000-000000000001'),
    CONSTRAINT "zone_name_present" CHECK (coalesce("name_zh", "name_en", '') <> '')
);

SELECT record_table('zone');
