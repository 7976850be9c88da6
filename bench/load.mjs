/** A migrated database with a zone of a size in it, on a server that lives as long as the run. */
import { createRequire } from "node:module";
import { say, seconds } from "../lib/platform/boot/console.mjs";
import { startEmbeddedPostgres } from "../lib/platform/boot/embedded-postgres.mjs";
import { migrate } from "../lib/platform/boot/migrate.mjs";
import { statements } from "./data.mjs";

const pg = createRequire(import.meta.url)("pg");

/**
 * @param {string} dataDir
 * @param {string} name of the database
 * @param {import("./data.mjs").sizes["s"]} size
 */
export async function loadZone(dataDir, name, size) {
  const since = performance.now();
  // As an office's own server would be set, durability included: a write is measured with its flush.
  const settings = { shared_buffers: "256MB", max_wal_size: "2GB" };
  const { url } = await startEmbeddedPostgres(dataDir, { database: name, settings });
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`WITH header AS (
      INSERT INTO change_sets (id, verb, via, actor_name) VALUES (gen_random_uuid(), 'bench.load', 'SYSTEM', 'bench')
      RETURNING id)
    SELECT set_config('tenantry.change_set', id::text, true) FROM header`);
  for (const [table, sql] of statements(size)) {
    await client.query(sql).catch((error) => {
      throw new Error(`${table}: ${error.message}`);
    });
  }
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query(
    "SELECT (SELECT count(*) FROM units)::int AS units, (SELECT count(*) FROM leases)::int AS leases, (SELECT count(*) FROM changes)::int AS changes",
  );
  await client.end();
  const { units, leases, changes } = rows[0];
  say(`Loaded ${units} units, ${leases} leases, ${changes} rows of history in ${seconds(since)}`);
  return url;
}
