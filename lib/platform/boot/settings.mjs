/** What several instances on one database must agree on; kept beside the records, outside Prisma's schema. */
import { randomBytes } from "node:crypto";
import pg from "pg";

/** Instances that start together prepare the zone one after the other. */
const advisoryLock = 7_363_412_002;

/** @typedef {Awaited<ReturnType<typeof openSettings>>} Settings */

/** @param {string} url */
export async function openSettings(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the next query tells
  await client.connect();

  /** @param {string} key @returns {Promise<string | undefined>} */
  const get = async (key) => {
    const { rows } = await client.query("SELECT value FROM ops.settings WHERE key = $1", [key]);
    return rows[0]?.value;
  };

  /** @param {string} key @param {string} value */
  const set = async (key, value) => {
    await client.query(
      "INSERT INTO ops.settings VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [key, value],
    );
  };

  return {
    get,
    set,

    /**
     * Runs `work` while no other instance does.
     * @template T
     * @param {() => Promise<T>} work
     */
    async exclusively(work) {
      await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
      await client.query("CREATE SCHEMA IF NOT EXISTS ops");
      await client.query(
        "CREATE TABLE IF NOT EXISTS ops.settings (key text PRIMARY KEY, value text NOT NULL)",
      );
      try {
        return await work();
      } finally {
        await client.query("SELECT pg_advisory_unlock($1)", [advisoryLock]);
      }
    },

    /** Signs sessions; the same for every instance, and made at the first start. */
    async authSecret() {
      await client.query("INSERT INTO ops.settings VALUES ('auth_secret', $1) ON CONFLICT DO NOTHING", [
        randomBytes(32).toString("base64url"),
      ]);
      return /** @type {string} */ (await get("auth_secret"));
    },

    /** Are there people who sign in, put there by whatever way? */
    async hasUsers() {
      const { rows } = await client.query("SELECT EXISTS (SELECT FROM public.users) AS found");
      return rows[0].found === true;
    },

    close: () => client.end(),
  };
}
