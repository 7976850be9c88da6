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

/** A park with so many firms, of so many people in all. */
async function parkOf(total: number, firms = 3) {
  const park = await makePark();
  for (let n = 0; n < firms; n += 1) {
    const [firm, unit] = [await makeFirm(), await makeUnit(park)];
    await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    // The first has what the others leave.
    const people = n === 0 ? total - Math.floor(total / firms) * (firms - 1) : Math.floor(total / firms);
    const fields = { enterpriseId: firm.id, parkId: park.id, on: "2022-03-31", total: String(people) };
    await createHeadcount(system, createHeadcountSchema.parse(fields));
  }
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
  // Every lease ends within the year; what of them is only some firms' is for the office.
  expect(home.attention).toEqual([]);
  const strip = new Map(home.parks.map(({ code, headcount }) => [code, headcount]));
  expect([few, some, many].map(({ code }) => strip.get(code))).toEqual([null, null, 50]);
});

it("council readers never learn what one firm or two declared", async () => {
  const [two, three, many] = [await parkOf(200, 2), await parkOf(30, 3), await parkOf(90, 9)];
  const council = await makeViewer("VIEWER");
  const { total, parks } = await recallHeadcount(council, day);
  const of = (id: string) => parks.find(({ key }) => key === id)?.total;
  // 320 − 30 − 90 = 200 would be the two firms', so the park of three is withheld with theirs.
  expect([total, of(two.id), of(three.id), of(many.id)]).toEqual([320, null, null, 90]);
});
