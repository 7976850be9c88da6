import { beforeEach, expect, it } from "vitest";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { createLease } from "@/lib/domain/leases/service";
import { toCivil } from "@/lib/platform/dates/civil";
import { recallHeadcount, recallHeadcountTotals, recallManagerHome } from "@/lib/reports/recall";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";

beforeEach(resetDatabase);

const day = toCivil("2022-06-01");

/** A park with one firm of so many people. */
async function parkOf(total: number) {
  const [park, firm] = [await makePark(), await makeFirm()];
  const unit = await makeUnit(park);
  await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
  const people = { enterpriseId: firm.id, parkId: park.id, on: "2022-03-31", total: String(total) };
  await createHeadcount(system, createHeadcountSchema.parse(people));
  return park;
}

it("council readers never learn of fewer than five people, the office always does", async () => {
  const [few, some, many] = [await parkOf(3), await parkOf(7), await parkOf(50)];
  const [council, manager] = [await makeViewer("VIEWER"), await makeViewer("MANAGER")];
  const totals = async (viewer: typeof council, parkId?: string) => {
    const scope = parkId ? ({ level: "PARK", parkId } as const) : undefined;
    const { total, parks } = await recallHeadcount(viewer, day, { scope });
    return [total, ...[few, some, many].map(({ id }) => parks.find(({ key }) => key === id)?.total)];
  };
  expect(await totals(manager)).toEqual([60, 3, 7, 50]);
  expect(await totals(manager, some.id)).toEqual([7, undefined, 7, undefined]);
  // 60 − 50 − 7 would be the 3, so the 7 is withheld with it, also where its park alone is asked for.
  expect(await totals(council)).toEqual([60, null, null, 50]);
  expect(await totals(council, some.id)).toEqual([null, undefined, null, undefined]);
  expect(await totals(council, many.id)).toEqual([50, undefined, undefined, 50]);

  const line = async (viewer: typeof council, parkId?: string) => {
    const scope = parkId ? ({ level: "PARK", parkId } as const) : undefined;
    return (await recallHeadcountTotals(viewer, [day], { scope })).map(({ total }) => total);
  };
  expect([await line(council), await line(council, many.id), await line(manager, few.id)]).toEqual([
    [60],
    [null],
    [3],
  ]);
  const home = await recallManagerHome(council, day);
  expect(home.headcount.now.total).toBe(60);
  // Every lease ends within the year; whose they are is for the office.
  expect(home.attention.map(({ href }) => href)).toEqual(["/reports/occupancy"]);
  const strip = new Map(home.parks.map(({ code, headcount }) => [code, headcount]));
  expect([few, some, many].map(({ code }) => strip.get(code))).toEqual([null, null, 50]);
});
