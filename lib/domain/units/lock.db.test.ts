import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { countStatements } from "@/lib/testing/statements";
import { createLease } from "../leases/service";
import { lockUnitsForFirm, lockUnitsInScope } from "./queries-lock";
import { unitScope } from "./scope";

beforeEach(resetDatabase);

const missing = { code: "NOT_FOUND" };

it("locks what the noun's own scope reaches, and no other", async () => {
  const [first, second] = [await makePark(), await makePark()];
  const units = [await makeUnit(first), await makeUnit(first), await makeUnit(second)];
  const [ben, eve] = [await makeFirm(), await makeFirm()];
  await createLease(system, leaseInput({ enterpriseId: ben.id, units: [units[1]?.id ?? ""] }));
  const viewers = [
    system,
    await makeViewer("OFFICER", { parkIds: [first.id] }),
    await makeViewer("OFFICER", { parkIds: [second.id] }),
    await makeViewer("ENTERPRISE", { enterpriseIds: [ben.id] }),
    await makeViewer("ENTERPRISE", { enterpriseIds: [eve.id] }),
  ];
  const reached = [];
  for (const viewer of viewers) {
    const allowed = await db.unit.findMany({ where: unitScope(viewer), select: { id: true } });
    const locked = [];
    for (const { id } of units) {
      const found = await lockUnitsInScope(db, viewer, [id]).catch((error) => {
        expect(error).toMatchObject(missing);
        return new Map();
      });
      locked.push(...found.keys());
    }
    expect(new Set(locked)).toEqual(new Set(allowed.map(({ id }) => id)));
    reached.push(locked.length);
  }
  expect(reached).toEqual([3, 2, 1, 1, 0]);
});

it("refuses all where one is missing, and a firm out of reach", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const [unit, other] = [await makeUnit(mine), await makeUnit(theirs)];
  const firm = await makeFirm();
  await createLease(system, leaseInput({ enterpriseId: firm.id, units: [other.id] }));
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  await expect(lockUnitsInScope(db, officer, [unit.id, other.id])).rejects.toMatchObject(missing);
  await expect(lockUnitsForFirm(db, officer, [unit.id], firm.id)).rejects.toMatchObject(missing);
  await expect(lockUnitsForFirm(db, system, [], firm.id)).rejects.toMatchObject(missing);
  const locked = await lockUnitsForFirm(db, system, [unit.id, other.id, unit.id], firm.id);
  expect([...locked.values()].map(({ parkId }) => parkId).sort()).toEqual([mine.id, theirs.id].sort());
});

it("a lease of one unit or of many is six statements, its transaction with them", async () => {
  const park = await makePark();
  const firm = await makeFirm();
  const count = async (n: number) => {
    const units = await Promise.all(Array.from({ length: n }, () => makeUnit(park)));
    const input = leaseInput({ enterpriseId: firm.id, units: units.map(({ id }) => id) });
    return countStatements(() => createLease(system, input));
  };
  expect([await count(1), await count(12)]).toEqual([6, 6]);
});
