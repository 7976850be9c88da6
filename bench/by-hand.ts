import type { PoolClient } from "pg";
import { newId } from "@/lib/platform/change-sets/open";
import { pool } from "@/lib/platform/db/client";

/** Rows with their history by bare statements in one transaction: the limit beside which a service is measured. */
export async function byHand(
  verb: string,
  via: "SYSTEM" | "FORM",
  write: (client: PoolClient) => Promise<void>,
): Promise<true> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `WITH header AS (INSERT INTO change_sets (id, verb, via, actor_name) VALUES ($1, $2, $3::change_via, 'bench')
         RETURNING id) SELECT set_config('tenantry.change_set', id::text, true) FROM header`,
      [newId(), verb, via],
    );
    await write(client);
    await client.query("COMMIT");
    return true;
  } finally {
    client.release();
  }
}
