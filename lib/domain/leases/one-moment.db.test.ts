import { beforeEach, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { holding, waits } from "@/lib/testing/at-one-moment";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, system } from "@/lib/testing/factories";
import { createLease } from "./service";
import { terminateLease } from "./service-verbs";

beforeEach(resetDatabase);

const day = (text: string) => new Date(`${text}T00:00:00Z`);

async function world() {
  const park = await makePark();
  const [unit, further] = [await makeUnit(park), await makeUnit(park)];
  const firm = await makeFirm();
  const { id } = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
  return { id, further };
}

const endsOf = async (leaseId: string) => {
  const lines = await db.leaseLine.findMany({ where: { leaseId }, select: { inForceTo: true } });
  const facts = await db.$queryRaw<{ wrong: number }[]>`
    SELECT count(*)::int AS wrong FROM (
      (TABLE lease_line_facts EXCEPT ALL TABLE lease_line_facts_due)
      UNION ALL (TABLE lease_line_facts_due EXCEPT ALL TABLE lease_line_facts)) AS wrong`;
  return { ends: lines.map(({ inForceTo }) => inForceTo), wrong: facts[0]?.wrong };
};

it("a line is added and the lease ended meanwhile: the line ends with its lease, whoever comes first", async () => {
  const { id, further } = await world();
  const adding = holding("leases.update", (tx) =>
    tx.leaseLine.create({ data: { leaseId: id, unitId: further.id, area: "10" }, select: { id: true } }),
  );
  await adding.reached;
  const ending = terminateLease(system, {
    id,
    version: 1,
    reason: null,
    terminatedOn: toCivil("2022-06-30"),
  });
  expect(await waits(ending)).toBe(true);
  adding.letGo();
  await Promise.all([adding.done, ending]);
  expect(await endsOf(id)).toEqual({ ends: [day("2022-06-30"), day("2022-06-30")], wrong: 0 });
});

it("the lease is ended and a line added meanwhile: the line is told of the end", async () => {
  const { id, further } = await world();
  const ending = holding("leases.terminate", (tx) =>
    tx.lease.update({
      where: { id },
      data: { terminatedOn: day("2022-06-30"), version: { increment: 1 } },
      select: { id: true },
    }),
  );
  await ending.reached;
  const adding = holding("leases.update", (tx) =>
    tx.leaseLine.create({ data: { leaseId: id, unitId: further.id, area: "10" }, select: { id: true } }),
  );
  adding.letGo();
  expect(await waits(adding.done)).toBe(true);
  ending.letGo();
  await Promise.all([ending.done, adding.done]);
  expect(await endsOf(id)).toEqual({ ends: [day("2022-06-30"), day("2022-06-30")], wrong: 0 });
});
