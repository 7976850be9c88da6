-- Words of the office's own, on firms and projects.
ALTER TABLE "enterprises" ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "projects" ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_tags_few" CHECK (cardinality("tags") <= 20);
ALTER TABLE "projects" ADD CONSTRAINT "projects_tags_few" CHECK (cardinality("tags") <= 20);

-- Of tens of thousands of firms those with one tag.
CREATE INDEX "enterprises_tags_idx" ON "enterprises" USING GIN ("tags");

-- The inverse of each change of some records, last one first; neighbours of one table and kind in one statement.
-- As before, but a row that was deleted before a column was made comes back with that column's default.
CREATE OR REPLACE FUNCTION revert_records(target uuid, records uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  run record;
  cols text;
  theirs text;
  versioned text;
  picked text;
BEGIN
  SET CONSTRAINTS ALL DEFERRED;
  FOR run IN
    SELECT x.table_name AS name, x.op, min(x.id) AS lo, max(x.id) AS hi FROM (
      SELECT c.id, c.table_name, c.op, row_number() OVER (ORDER BY c.id)
        - row_number() OVER (PARTITION BY c.table_name, c.op ORDER BY c.id) AS stretch
      FROM changes c WHERE c.change_set_id = target
        AND change_record(c.table_name, c.root_id, c.row_id) = ANY (records)) x
    GROUP BY x.table_name, x.op, x.stretch ORDER BY max(x.id) DESC
  LOOP
    SELECT string_agg(quote_ident(attname), ', ') FILTER (WHERE run.op = 'D' OR attname <> 'version'),
      string_agg('r.' || quote_ident(attname), ', ') FILTER (WHERE run.op = 'D' OR attname <> 'version'),
      CASE WHEN bool_or(attname = 'version') THEN ', version = t.version + 1' ELSE '' END
    INTO cols, theirs, versioned FROM pg_attribute
    WHERE attrelid = run.name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      AND (run.op <> 'D' OR EXISTS (SELECT 1 FROM changes c WHERE c.id = run.hi AND c.before ? attname));
    picked := format('c.change_set_id = %L AND c.id BETWEEN %s AND %s AND c.table_name = %L AND c.op = %L
      AND change_record(c.table_name, c.root_id, c.row_id) = ANY ($1)', target, run.lo, run.hi, run.name, run.op);
    IF run.op = 'I' THEN
      EXECUTE format('DELETE FROM %I t USING changes c WHERE %s AND t.id = c.row_id', run.name, picked) USING records;
    ELSIF run.op = 'D' THEN
      EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM changes c, jsonb_populate_record(NULL::%I, c.before) AS r
        WHERE %s', run.name, cols, theirs, run.name, picked) USING records;
    ELSE
      EXECUTE format('UPDATE %I t SET (%s) = (SELECT %s FROM jsonb_populate_record(t, b.before) AS r)%s
        FROM (SELECT DISTINCT ON (c.row_id) c.row_id, c.before FROM changes c WHERE %s ORDER BY c.row_id, c.id) b
        WHERE t.id = b.row_id', run.name, cols, theirs, versioned, picked) USING records;
    END IF;
  END LOOP;
  SET CONSTRAINTS ALL IMMEDIATE;
END $$;
