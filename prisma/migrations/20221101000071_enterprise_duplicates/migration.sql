-- Firms that may be one firm entered twice. Names that differ by a letter are found as names that are the same with
-- one letter left out: a row for each letter, so that likeness is equality and an index answers it.

CREATE TABLE enterprise_name_variants (
  variant bigint NOT NULL,
  enterprise_id uuid NOT NULL,
  CONSTRAINT enterprise_name_variants_pkey PRIMARY KEY (variant, enterprise_id)
);
CREATE INDEX enterprise_name_variants_enterprise_id_idx ON enterprise_name_variants (enterprise_id);

-- Long enough names, without the place that some put before or after them. Figures are never left out: Phase 1 and
-- Phase 2 are two. A name without its place differs from none by a letter and is its own first variant.
CREATE FUNCTION enterprise_variants_of(name_key text) RETURNS SETOF bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH bare AS (
    SELECT regexp_replace(regexp_replace(name_key, '^(广州市?|广东省?|中国|中新|guangzhou |china |singapore )+', ''),
      '( guangzhou| china| singapore|广州|中国)+$', '') AS k
  ), folded AS (
    SELECT replace(k, ' ', '') AS k FROM bare
    WHERE length(replace(k, ' ', '')) >= CASE WHEN k ~ '[一-鿿]' THEN 4 ELSE 6 END
  )
  SELECT DISTINCT hashtextextended(v, 0) FROM (
    SELECT k AS v FROM folded
    UNION ALL SELECT left(k, i - 1) || substr(k, i + 1) FROM folded, generate_series(1, least(length(k), 60)) AS i
    WHERE substr(k, i, 1) !~ '[0-9一二三四五六七八九十]' AND length(k) >= CASE WHEN k ~ '[一-鿿]' THEN 6 ELSE 7 END) AS x
$$;

CREATE FUNCTION enterprise_names_vary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM enterprise_name_variants v USING old_rows o JOIN new_rows n USING (id)
    WHERE v.enterprise_id = o.id AND (o.name_key_zh, o.name_key_en) IS DISTINCT FROM (n.name_key_zh, n.name_key_en);
    INSERT INTO enterprise_name_variants (variant, enterprise_id)
    SELECT DISTINCT v, n.id FROM new_rows n JOIN old_rows o USING (id),
      unnest(ARRAY[n.name_key_zh, n.name_key_en]) AS k, enterprise_variants_of(k) AS v
    WHERE (o.name_key_zh, o.name_key_en) IS DISTINCT FROM (n.name_key_zh, n.name_key_en);
  ELSE
    INSERT INTO enterprise_name_variants (variant, enterprise_id)
    SELECT DISTINCT v, n.id FROM new_rows n, unnest(ARRAY[n.name_key_zh, n.name_key_en]) AS k,
      enterprise_variants_of(k) AS v;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION enterprise_names_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM enterprise_name_variants v USING old_rows o WHERE v.enterprise_id = o.id;
  RETURN NULL;
END $$;
CREATE TRIGGER names_vary_insert AFTER INSERT ON enterprises REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION enterprise_names_vary();
CREATE TRIGGER names_vary_update AFTER UPDATE ON enterprises REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION enterprise_names_vary();
CREATE TRIGGER names_vary_delete AFTER DELETE ON enterprises REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION enterprise_names_forget();
INSERT INTO enterprise_name_variants (variant, enterprise_id)
SELECT DISTINCT v, e.id FROM enterprises e, unnest(ARRAY[e.name_key_zh, e.name_key_en]) AS k,
  enterprise_variants_of(k) AS v;

-- Two firms that the office has looked at and found to be two, for as long as neither is called otherwise.
CREATE TABLE "enterprise_distinctions" (
  "id" UUID NOT NULL,
  "first_id" UUID NOT NULL,
  "second_id" UUID NOT NULL,
  "names" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "enterprise_distinctions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "enterprise_distinctions_pair_key" ON "enterprise_distinctions"("first_id", "second_id");
CREATE INDEX "enterprise_distinctions_second_id_idx" ON "enterprise_distinctions"("second_id");
ALTER TABLE "enterprise_distinctions" ADD CONSTRAINT "enterprise_distinctions_first_id_fkey"
  FOREIGN KEY ("first_id") REFERENCES "enterprises"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "enterprise_distinctions" ADD CONSTRAINT "enterprise_distinctions_second_id_fkey"
  FOREIGN KEY ("second_id") REFERENCES "enterprises"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE enterprise_distinctions ADD CONSTRAINT enterprise_distinctions_ordered CHECK (first_id < second_id);
SELECT record_table('enterprise_distinctions');
