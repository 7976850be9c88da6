/** Vitest's setup of each database test file: the worker's own clone, before any code under test is imported. */
import pg from "pg";
import { inject } from "vitest";

const template = new URL(inject("templateUrl"));
const mine = new URL(template);
mine.pathname = `/w${process.env.VITEST_POOL_ID}`;
process.env.DATABASE_URL = mine.href;

const maintenance = new URL(template);
maintenance.pathname = "/postgres";
const client = new pg.Client({ connectionString: maintenance.href });
await client.connect();
try {
  const name = mine.pathname.slice(1);
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template.pathname.slice(1)}"`);
    // As an office's own server may be set: nothing may depend on it.
    await client.query(`ALTER DATABASE "${name}" SET timezone TO 'Asia/Shanghai'`);
  }
} finally {
  await client.end();
}
