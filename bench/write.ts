import { createLeaseSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { addDays, toCivil } from "@/lib/platform/dates/civil";
import { closeDb, db, pool } from "@/lib/platform/db/client";
import { measureByTurns } from "./measure.mjs";

/** A lease with its history, written by the service and, beside it, by bare statements in one transaction. */
const units = await db.unit.findMany({
  take: 500,
  orderBy: { id: "desc" },
  select: { id: true, parkId: true, area: true },
});
const firm = await db.enterprise.findFirstOrThrow({ select: { id: true } });
const viewer = systemViewer("bench");
let count = 0;

/** A unit and a day of its own for each write, so that none meets another. */
function next() {
  count += 1;
  const unit = units[count % units.length];
  if (!unit) throw new Error("There are no units.");
  const day = addDays(toCivil("2040-01-01"), Math.floor(count / units.length));
  return { unit, day, leaseNo: `W-${process.pid}-${count}` };
}

async function byService(): Promise<boolean> {
  const { unit, day, leaseNo } = next();
  const input = { leaseNo, enterpriseId: firm.id, startsOn: day, endsOn: day, lines: [{ unitId: unit.id }] };
  await createLease(viewer, createLeaseSchema.parse(input));
  return true;
}

async function byHand(): Promise<boolean> {
  const { unit, day, leaseNo } = next();
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `WITH header AS (INSERT INTO change_sets (id, verb, via, actor_name) VALUES ($1, 'leases.create', 'SYSTEM', 'bench')
         RETURNING id) SELECT set_config('tenantry.change_set', id::text, true) FROM header`,
      [newId()],
    );
    const id = newId();
    await client.query(
      "INSERT INTO leases (id, lease_no, park_id, enterprise_id, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5, $5)",
      [id, leaseNo, unit.parkId, firm.id, day],
    );
    await client.query("INSERT INTO lease_lines (id, lease_id, unit_id, area) VALUES ($1, $2, $3, $4)", [
      newId(),
      id,
      unit.id,
      unit.area.toString(),
    ]);
    await client.query("COMMIT");
    return true;
  } finally {
    client.release();
  }
}

const options = { seconds: Number(process.env.BENCH_SECONDS ?? 1), rounds: 2 };
const costs = [];
for (const lanes of [1, 16]) {
  const [app, limit] = await measureByTurns([byService, byHand], { lanes, ...options });
  costs.push({ lanes, app, limit });
}
process.stdout.write(JSON.stringify(costs));
await closeDb();
