/**
 * For `*.db.test.ts`. Each worker has a database of its own, so files run side by side; a file
 * begins with `beforeEach(resetDatabase)`.
 */
import pg from "pg";

let client: pg.Client | undefined;

/** The owner's connection, for what the app itself may not do; the app's own code goes through Prisma. */
export async function ownerClient(): Promise<pg.Client> {
  if (!client) {
    client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
  }
  return client;
}

/**
 * Empties every table and restarts every sequence. `replica` keeps triggers quiet, those that guard
 * the history and those that check foreign keys; DELETE on a few rows is far quicker than TRUNCATE. A table that
 * thousands of rows were in is truncated: nothing else clears away what they leave, and each later look reads past it.
 */
const emptyEverything = `
DO $$
DECLARE
  target record;
  filled boolean;
BEGIN
  SET LOCAL session_replication_role = replica;
  SET LOCAL lock_timeout = '10s';
  FOR target IN
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> '_prisma_migrations'
  LOOP
    IF pg_total_relation_size(target.name) > 4000000 THEN
      EXECUTE format('TRUNCATE %s CASCADE', target.name);
    ELSE
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', target.name) INTO filled;
      IF filled THEN EXECUTE format('DELETE FROM %s', target.name); END IF;
    END IF;
  END LOOP;
  FOR target IN
    SELECT format('%I.%I', schemaname, sequencename) AS name, start_value FROM pg_sequences
    WHERE last_value IS NOT NULL
  LOOP
    PERFORM setval(target.name, target.start_value, false);
  END LOOP;
END $$`;

/** Leaves the worker's database as the migrations made it, less any rows that they put in. */
export async function resetDatabase(): Promise<void> {
  await (await ownerClient()).query(emptyEverything);
}
