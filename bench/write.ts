import { createLeaseSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { addDays, toCivil } from "@/lib/platform/dates/civil";
import { closeDb, db } from "@/lib/platform/db/client";
import { byHand } from "./by-hand";
import { measureByTurns } from "./measure.mjs";
import { type Declared, headcountByHand, headcountByService } from "./write-headcount";
import { type Letting, tenantByHand, tenantByService, type Unit } from "./write-tenant";

const viewer = systemViewer("bench");

/** A unit and a day of its own for each write, so that none meets another. */
function lettingsOf(units: Unit[]): () => Letting {
  let count = 0;
  return () => {
    count += 1;
    const unit = units[count % units.length];
    if (!unit) throw new Error("There are no units.");
    const day = addDays(toCivil("2040-01-01"), Math.floor(count / units.length));
    return { unit, day, leaseNo: `W-${process.pid}-${count}` };
  };
}

/** A day of its own for each declaration of one firm. */
function declarationsOf(enterpriseId: string, parkId: string): () => Declared {
  let day = toCivil("2040-01-01");
  return () => {
    day = addDays(day, 1);
    return { enterpriseId, parkId, on: day };
  };
}

async function leaseByService(enterpriseId: string, { unit, day, leaseNo }: Letting): Promise<boolean> {
  const input = { leaseNo, enterpriseId, startsOn: day, endsOn: day, lines: [{ unitId: unit.id }] };
  await createLease(viewer, createLeaseSchema.parse(input));
  return true;
}

/** The same rows and the same history, by bare statements in one transaction. */
async function leaseByHand(enterpriseId: string, { unit, day, leaseNo }: Letting): Promise<boolean> {
  return byHand("leases.create", "SYSTEM", async (client) => {
    const id = newId();
    await client.query(
      "INSERT INTO leases (id, lease_no, park_id, enterprise_id, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5, $5)",
      [id, leaseNo, unit.parkId, enterpriseId, day],
    );
    await client.query("INSERT INTO lease_lines (id, lease_id, unit_id, area) VALUES ($1, $2, $3, $4)", [
      newId(),
      id,
      unit.id,
      unit.area.toString(),
    ]);
  });
}

/** A headcount, a lease, and a tenant that is new, by the services and by hand in turns: prints what each costs as JSON. */
async function main(): Promise<void> {
  const select = { id: true, parkId: true, area: true };
  const next = lettingsOf(await db.unit.findMany({ take: 500, orderBy: { id: "desc" }, select }));
  const firm = await db.enterprise.findFirstOrThrow({ select: { id: true } });
  const declare = declarationsOf(firm.id, (await db.park.findFirstOrThrow({ select: { id: true } })).id);
  const kinds = {
    "a headcount (service)": [() => headcountByService(declare()), () => headcountByHand(declare())],
    "a lease (service)": [() => leaseByService(firm.id, next()), () => leaseByHand(firm.id, next())],
    "a new tenant (service)": [() => tenantByService(next()), () => tenantByHand(next())],
  };
  const costs = [];
  for (const [name, works] of Object.entries(kinds)) {
    await measureByTurns(works, { lanes: 4, seconds: 0.5, rounds: 1 });
    for (const lanes of [1, 16]) {
      const seconds = Number(process.env.BENCH_SECONDS ?? 1);
      const [app, limit] = await measureByTurns(works, { lanes, seconds, rounds: 2 });
      costs.push({ name, lanes, app, limit });
    }
  }
  process.stdout.write(`\n${JSON.stringify(costs)}\n`);
}

main().finally(closeDb);
