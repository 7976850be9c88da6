-- Fields that the office adds to firms, units and projects.

-- CreateEnum
CREATE TYPE "custom_field_subject" AS ENUM ('ENTERPRISE', 'UNIT', 'PROJECT');
CREATE TYPE "custom_field_type" AS ENUM ('TEXT', 'NUMBER', 'DATE', 'CHOICE');

-- CreateTable
CREATE TABLE "custom_fields" (
    "id" UUID NOT NULL,
    "subject" "custom_field_subject" NOT NULL,
    "key" TEXT NOT NULL,
    "type" "custom_field_type" NOT NULL,
    "label_zh" TEXT,
    "label_en" TEXT,
    "help_zh" TEXT,
    "help_en" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "decimals" INTEGER,
    "unit" TEXT,
    "min_value" DECIMAL(21,6),
    "max_value" DECIMAL(21,6),
    "max_length" INTEGER,
    "shown_to" "role"[] DEFAULT ARRAY[]::"role"[],
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "custom_fields_label_present" CHECK (coalesce("label_zh", "label_en", '') <> ''),
    CONSTRAINT "custom_fields_key_form" CHECK ("key" ~ '^[a-z][a-z0-9_]{0,39}$'),
    CONSTRAINT "custom_fields_range" CHECK ("min_value" <= "max_value" AND "decimals" BETWEEN 0 AND 6
      AND "max_length" BETWEEN 1 AND 4000),
    CONSTRAINT "custom_fields_shown_to" CHECK ("shown_to" <@ ARRAY['MANAGER', 'ENTERPRISE']::"role"[])
);

-- CreateTable
CREATE TABLE "custom_field_options" (
    "id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label_zh" TEXT,
    "label_en" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "custom_field_options_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "custom_field_options_label_present" CHECK (coalesce("label_zh", "label_en", '') <> '')
);

-- CreateTable
CREATE TABLE "custom_field_uses" (
    "id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "option_id" UUID,
    CONSTRAINT "custom_field_uses_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "enterprises" ADD COLUMN "custom" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "units" ADD COLUMN "custom" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "projects" ADD COLUMN "custom" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_key_key" ON "custom_fields"("subject", "key");
CREATE UNIQUE INDEX "custom_fields_label_zh_key" ON "custom_fields"("subject", "label_zh");
CREATE UNIQUE INDEX "custom_fields_label_en_key" ON "custom_fields"("subject", "label_en");
CREATE UNIQUE INDEX "custom_field_options_key_key" ON "custom_field_options"("field_id", "key");
CREATE UNIQUE INDEX "custom_field_options_label_zh_key" ON "custom_field_options"("field_id", "label_zh");
CREATE UNIQUE INDEX "custom_field_options_label_en_key" ON "custom_field_options"("field_id", "label_en");
-- A field without an option is one use as well.
CREATE UNIQUE INDEX "custom_field_uses_once" ON "custom_field_uses"("field_id", "option_id") NULLS NOT DISTINCT;
CREATE INDEX "custom_field_uses_option_id_idx" ON "custom_field_uses"("option_id");

-- A choice made in a list is looked up by equality.
CREATE INDEX "enterprises_custom_idx" ON "enterprises" USING GIN ("custom" jsonb_path_ops);

-- AddForeignKey
ALTER TABLE "custom_field_options" ADD CONSTRAINT "custom_field_options_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "custom_fields"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "custom_field_uses" ADD CONSTRAINT "custom_field_uses_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "custom_fields"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "custom_field_uses" ADD CONSTRAINT "custom_field_uses_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "custom_field_options"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT record_table('custom_fields');
SELECT record_table('custom_field_options', 'field_id');

-- What a value may be. Those that a write leaves alone are not looked at again.
CREATE FUNCTION custom_values_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry record;
  wrong text;
  now_type custom_field_type;
BEGIN
  -- A row that an undo brings back from the time before this column says nothing of it.
  NEW.custom := coalesce(NEW.custom, '{}');
  IF jsonb_typeof(NEW.custom) <> 'object' THEN
    RAISE EXCEPTION 'custom_values_known: «»' USING ERRCODE = '23514', CONSTRAINT = 'custom_values_known';
  END IF;
  FOR entry IN
    SELECT v.key, v.value, v.value #>> '{}' AS said, jsonb_typeof(v.value) AS kind, f.id AS field_id, f.type,
      o.id AS option_id
    FROM jsonb_each(NEW.custom) v
    LEFT JOIN custom_fields f ON f.id::text = v.key AND f.subject = TG_ARGV[0]::custom_field_subject
    LEFT JOIN custom_field_options o ON o.field_id = f.id AND o.id::text = v.value #>> '{}'
    WHERE TG_OP = 'INSERT' OR v.value IS DISTINCT FROM OLD.custom -> v.key
  LOOP
    wrong := CASE
      WHEN entry.field_id IS NULL THEN 'custom_values_known'
      WHEN entry.kind <> CASE entry.type WHEN 'NUMBER' THEN 'number' ELSE 'string' END THEN 'custom_values_typed'
      WHEN entry.said = '' THEN 'custom_values_typed'
      WHEN entry.type = 'TEXT' AND length(entry.said) > 4000 THEN 'custom_values_typed'
      WHEN entry.type = 'DATE' AND NOT is_day(entry.said) THEN 'custom_values_typed'
      WHEN entry.type = 'CHOICE' AND entry.option_id IS NULL THEN 'custom_values_chosen'
    END;
    IF wrong IS NULL AND NOT EXISTS (SELECT 1 FROM custom_field_uses u
        WHERE u.field_id = entry.field_id AND u.option_id IS NOT DISTINCT FROM entry.option_id) THEN
      -- The first value of all: whoever deletes the field or changes its type meanwhile waits for this, or this for them.
      SELECT f.type INTO now_type FROM custom_fields f WHERE f.id = entry.field_id FOR KEY SHARE;
      IF now_type <> entry.type THEN wrong := 'custom_values_typed'; END IF;
      BEGIN
        INSERT INTO custom_field_uses (id, field_id, option_id)
        VALUES (gen_random_uuid(), entry.field_id, entry.option_id) ON CONFLICT DO NOTHING;
      EXCEPTION WHEN foreign_key_violation THEN
        -- Somebody deleted it while this was being saved, and came first.
        wrong := 'custom_values_known';
      END;
    END IF;
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION '%: «%»', wrong, entry.key USING ERRCODE = '23514', CONSTRAINT = wrong;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE FUNCTION is_day(said text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN said ~ '^\d{4}-\d{2}-\d{2}$' AND said::date IS NOT NULL;
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
  RETURN false;
END $$;

DO $$
DECLARE part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES ('enterprises', 'ENTERPRISE'), ('units', 'UNIT'), ('projects', 'PROJECT'))
    x (name, subject) LOOP
    EXECUTE format('CREATE TRIGGER custom_values_hold_insert BEFORE INSERT ON %I FOR EACH ROW
      WHEN (NEW.custom IS DISTINCT FROM ''{}'') EXECUTE FUNCTION custom_values_hold(%L)', part.name, part.subject);
    EXECUTE format('CREATE TRIGGER custom_values_hold_update BEFORE UPDATE OF custom ON %I FOR EACH ROW
      WHEN (NEW.custom IS DISTINCT FROM OLD.custom) EXECUTE FUNCTION custom_values_hold(%L)', part.name, part.subject);
  END LOOP;
END $$;

-- What values, addresses, files and programs go by does not change under them.
CREATE FUNCTION custom_fields_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong text := CASE WHEN NEW.subject <> OLD.subject OR NEW.type <> OLD.type THEN 'custom_fields_type_fixed'
    ELSE 'custom_fields_key_fixed' END;
BEGIN
  -- A first value that is being saved right now holds the field's row: it is waited for.
  PERFORM 1 FROM custom_fields WHERE id = NEW.id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM custom_field_uses WHERE field_id = NEW.id) THEN
    RAISE EXCEPTION '%', wrong USING ERRCODE = '23514', CONSTRAINT = wrong;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER custom_fields_fixed BEFORE UPDATE ON custom_fields FOR EACH ROW
  WHEN ((NEW.subject, NEW.type, NEW.key) IS DISTINCT FROM (OLD.subject, OLD.type, OLD.key))
  EXECUTE FUNCTION custom_fields_fixed();
