import { beforeAll, describe, expect, it } from "vitest";
import { listBuildings } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcounts } from "@/lib/domain/headcounts/service";
import { listLeaseIds, listLeases } from "@/lib/domain/leases/queries";
import { LEASE_STATUSES } from "@/lib/domain/leases/rules";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { listParks } from "@/lib/domain/parks/queries";
import { parkListSchema } from "@/lib/domain/parks/schema";
import { listUnitIds, listUnits } from "@/lib/domain/units/queries-list";
import { unitListSchema } from "@/lib/domain/units/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";

const day = toCivil("2022-06-01");
const all = { pageSize: "200" };
let viewers: [string, Viewer][];
let at: { park: string; building: string; firm: string; unit: string };

/** Two parks, firms in both, and leases before, on and after the day: signed, held over, terminated, renewed. */
beforeAll(async () => {
  await resetDatabase();
  const [mine, other] = [await makePark(), await makePark()];
  const firms = [await makeFirm(), await makeFirm({ nameEn: "100%_Pure \\ Ltd" }), await makeFirm()];
  const spans: Partial<Parameters<typeof leaseInput>[0]>[] = [
    { startsOn: "2020-01-01", endsOn: "2021-12-31" },
    { startsOn: "2020-01-01", endsOn: "2021-12-31", holdover: true },
    { startsOn: "2021-01-01", endsOn: "2022-12-31" },
    { startsOn: "2021-01-01", endsOn: "2025-12-31" },
    { startsOn: "2021-01-01", endsOn: "2025-12-31", terminatedOn: "2022-01-31" },
    { startsOn: "2021-01-01", endsOn: "2025-12-31", movedOutOn: "2022-03-31" },
    { startsOn: "2023-01-01", endsOn: "2025-12-31" },
    { startsOn: "2023-01-01", endsOn: "2025-12-31", signedOn: null },
    { startsOn: "2021-01-01", endsOn: "2025-12-31", movedInOn: "2022-07-01" },
  ];
  let n = 0;
  for (const park of [mine, other]) {
    await makeUnit(park, { area: "77.70" });
    await makeUnit(park, { area: "33.30", availability: "SELF_USE" });
    for (const span of spans) {
      n += 1;
      const unit = await makeUnit(park, { area: `${100 + n}.25` });
      const firm = firms[n % 3]?.id ?? "";
      await createLease(system, leaseInput({ enterpriseId: firm, units: [unit.id], ...span }));
    }
    for (const [i, { id }] of firms.entries()) {
      for (const [on, total] of [
        ["2021-12-31", 5],
        ["2022-03-31", 10 + i],
        ["2022-12-31", 99],
      ] as const) {
        const input = { enterpriseId: id, parkId: park.id, on, total: String(total) };
        await createHeadcounts(system, [createHeadcountSchema.parse(input)]);
      }
    }
  }
  const { rows } = await listUnits(system, unitListSchema.parse({ ...all, park: mine.code }), day);
  at = {
    park: mine.code,
    building: rows[0]?.building.code ?? "",
    firm: firms[0]?.id ?? "",
    unit: rows[0]?.code ?? "",
  };
  viewers = [
    ["everybody", system],
    ["an officer of one park", await makeViewer("OFFICER", { parkIds: [mine.id] })],
    ["a firm", await makeViewer("ENTERPRISE", { enterpriseIds: [at.firm] })],
  ];
});

const sum = (values: (string | number | null)[]) =>
  values.reduce<number>((total, value) => total + toHundredths(String(value ?? 0)), 0);

/** What a total says is what the rows of all pages come to. */
function agree(totals: Record<string, string | number> | null | undefined, rows: object[], keys: string[]) {
  for (const key of keys) {
    const column = rows.map((row) => (row as Record<string, string | number | null>)[key] ?? null);
    expect([key, toHundredths(String(totals?.[key]))]).toEqual([key, sum(column)]);
  }
}

describe("the totals of a list are those of all rows that match", () => {
  it("leases, by every filter and for every reader", async () => {
    const filters = [
      {},
      ...LEASE_STATUSES.map((status) => ({ status })),
      { park: at.park },
      { park: "gone" },
      { building: at.building },
      { enterprise: at.firm },
      { endsBefore: "2022-12-31" },
      { renewed: "no" },
      { query: at.unit },
      { query: "100%_pure" },
      { query: "%" },
    ];
    const seen = new Set<number>();
    for (const [who, viewer] of viewers) {
      for (const filter of filters) {
        const params = leaseListSchema.parse({ ...all, ...filter });
        const { rows, total, totals } = await listLeases(viewer, params, day);
        const ids = await listLeaseIds(viewer, params, day);
        expect([who, filter, total]).toEqual([who, filter, ids.length]);
        agree(totals, rows, ["area"]);
        seen.add(total);
      }
    }
    // Filters that all found everything would prove nothing.
    expect(seen.size).toBeGreaterThan(4);
  });

  it("units, by every filter and for every reader", async () => {
    const filters = [
      {},
      { status: "VACANT" },
      { status: "LET" },
      { use: "OFFICE" },
      { availability: "SELF_USE" },
      { park: at.park },
      { building: at.building },
      { query: at.unit },
      { query: "_" },
    ];
    for (const [who, viewer] of viewers) {
      for (const filter of filters) {
        const params = unitListSchema.parse({ ...all, ...filter });
        const { rows, total, totals } = await listUnits(viewer, params, day);
        const ids = await listUnitIds(viewer, params, day);
        expect([who, filter, total]).toEqual([who, filter, ids.length]);
        agree(totals, rows, ["area", "occupied"]);
        const free = rows
          .filter(({ availability }) => availability === "LETTABLE")
          .map((row) => toHundredths(row.area) - toHundredths(row.occupied));
        expect(toHundredths(String(totals?.free))).toBe(free.reduce((a, b) => a + b, 0));
      }
    }
  });

  it("firms, on one page or on many", async () => {
    for (const [, viewer] of viewers) {
      const { rows, total, totals } = await listEnterprises(viewer, enterpriseListSchema.parse(all), day);
      agree(totals, rows, ["area", "people"]);
      const first = await listEnterprises(viewer, enterpriseListSchema.parse({ pageSize: "1" }), day);
      expect([first.total, first.totals]).toEqual([total, totals]);
    }
    const none = await listEnterprises(system, enterpriseListSchema.parse({ query: "nobody" }), day);
    expect(none).toEqual({ rows: [], total: 0, totals: { area: "0.00", people: 0 } });
  });

  it("parks and buildings", async () => {
    for (const [, viewer] of viewers.slice(0, 2)) {
      const parks = await listParks(viewer, parkListSchema.parse(all));
      agree(parks.totals, parks.rows, ["buildings", "units"]);
      const buildings = await listBuildings(viewer, buildingListSchema.parse({ ...all, park: at.park }));
      expect(buildings.total).toBe(buildings.rows.length);
      agree(buildings.totals, buildings.rows, ["units", "grossArea"]);
      const named = await listBuildings(viewer, buildingListSchema.parse({ ...all, query: at.building }));
      expect(named.total).toBe(named.rows.length);
      expect((await listBuildings(viewer, buildingListSchema.parse({ query: "%" }))).total).toBe(0);
    }
  });
});
