import { beforeEach, expect, test } from "vitest";
import { ownerClient, resetDatabase } from "./database";

beforeEach(resetDatabase);

test("a worker has a migrated database of its own", async () => {
  const client = await ownerClient();
  const { rows } = await client.query(
    "SELECT current_database() AS name, count(*)::int AS done FROM _prisma_migrations",
  );
  expect(rows[0].name).toBe(`w${process.env.VITEST_POOL_ID}`);
  expect(rows[0].done).toBeGreaterThan(0);
});

test("a reset empties tables that refuse to be emptied, and restarts sequences", async () => {
  const client = await ownerClient();
  await client.query(`
    CREATE TABLE kept (id int GENERATED ALWAYS AS IDENTITY, note text);
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;
    CREATE TRIGGER no_delete BEFORE DELETE ON kept EXECUTE FUNCTION refuse();
    INSERT INTO kept (note) VALUES ('one'), ('two')`);
  try {
    await expect(client.query("DELETE FROM kept")).rejects.toThrow("append only");
    await resetDatabase();
    const { rows } = await client.query("INSERT INTO kept (note) VALUES ('again') RETURNING id");
    expect(rows).toEqual([{ id: 1 }]);
    const { rows: migrations } = await client.query("SELECT count(*)::int AS n FROM _prisma_migrations");
    expect(migrations[0].n).toBeGreaterThan(0);
  } finally {
    await client.query("DROP TABLE kept; DROP FUNCTION refuse()");
  }
});

test("a table that much was in takes no room after a reset, nor do those that refer to it keep rows", async () => {
  const client = await ownerClient();
  await client.query(`
    CREATE TABLE large (id int PRIMARY KEY, note text);
    CREATE TABLE small (large_id int REFERENCES large);
    INSERT INTO large SELECT n, repeat('x', 500) FROM generate_series(1, 10000) AS n;
    INSERT INTO small VALUES (1)`);
  try {
    await resetDatabase();
    const { rows } = await client.query(
      "SELECT pg_relation_size('large')::int AS size, (SELECT count(*)::int FROM small) AS refer",
    );
    expect(rows).toEqual([{ size: 0, refer: 0 }]);
  } finally {
    await client.query("DROP TABLE small, large");
  }
});
