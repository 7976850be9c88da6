import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

beforeEach(resetDatabase);

const MANY = 3000;

/** One change set on a connection, and how long its statement took, in milliseconds. */
async function change(on: pg.Client, sql: string): Promise<number> {
  await on.query("BEGIN");
  await on.query(`WITH header AS (
      INSERT INTO change_sets (id, verb, via, actor_name) VALUES (gen_random_uuid(), 'test.many', 'SYSTEM', 'test')
      RETURNING id)
    SELECT set_config('tenantry.change_set', id::text, true) FROM header`);
  const since = performance.now();
  await on.query(sql);
  const took = performance.now() - since;
  await on.query("COMMIT");
  return took;
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

const insert = (from: number, to: number) => `
  INSERT INTO enterprises (id, name_en, search, name_key_en, name_key_zh, sort_en, sort_zh)
  SELECT gen_random_uuid(), 'Mass ' || n, 'mass ' || n, 'mass' || n, '', 'mass ' || n, 'mass ' || n
  FROM generate_series(${from}, ${to}) n`;

/** As after a night: what was there is gone, the place it took is not, and PostgreSQL knows that nothing is there. */
async function emptyAndKnown(): Promise<void> {
  const owner = await ownerClient();
  await change(owner, insert(1, MANY));
  await resetDatabase();
  await owner.query("ANALYZE");
}

describe("a change to many rows", () => {
  // A plan of a trigger is made once a connection: made for one row, it must not be a loop in a loop for thousands. Nor
  // where it was made when the tables were known to be empty, as a fresh zone's are, and those that other tests cleared.
  it.each(["as it finds it", "of a zone known to be empty"])(
    "takes no longer on a connection %s that has changed single rows before, and is whole",
    async (zone) => {
      if (zone !== "as it finds it") await emptyAndKnown();
      const [used, fresh] = [await connect(), await connect()];
      const rename = (letter: string, which = "true") => `
      UPDATE enterprises SET search = search || '${letter}', name_key_en = name_key_en || '${letter}',
        version = version + 1 WHERE ${which}`;
      try {
        for (const n of [1, 2, 3]) await change(used, insert(n, n));
        for (const letter of ["a", "b", "c"]) await change(used, rename(letter, "name_en = 'Mass 1'"));
        await change(used, insert(4, MANY));
        const first = await change(fresh, rename("x"));
        const again = await change(used, rename("y"));
        expect(again / first).toBeLessThan(6);

        const owner = await ownerClient();
        const { rows } = await owner.query(`SELECT
        (SELECT count(*) FROM changes WHERE op = 'U' AND before ->> 'search' || 'y' = after ->> 'search')::int AS kept,
        (SELECT count(*) FROM search_terms WHERE weight = 0 AND term LIKE 'mass%xy')::int AS found,
        (SELECT count(*) FROM search_terms WHERE weight = 0 AND term LIKE 'mass%' AND term NOT LIKE '%xy')::int AS stale,
        (SELECT count(DISTINCT enterprise_id) FROM enterprise_name_variants)::int AS varied`);
        expect(rows).toEqual([{ kept: MANY, found: MANY, stale: 0, varied: MANY }]);
      } finally {
        await Promise.all([used.end(), fresh.end()]);
      }
    },
  );
});
