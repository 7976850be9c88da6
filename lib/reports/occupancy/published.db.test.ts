import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createLease } from "@/lib/domain/leases/service";
import { terminateLease } from "@/lib/domain/leases/service-verbs";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { listRentRoll } from "@/lib/reports/occupancy/facts-rows";
import type { FirmCell, PublishedOccupancy } from "@/lib/reports/occupancy/publish";
import { getPublishedTree } from "@/lib/reports/occupancy/published";
import { insertWildWorld } from "@/lib/reports/occupancy/test-database";
import { givesAway, rowsOf } from "@/lib/reports/occupancy/test-disclosure";
import { anyDay, anyFacts } from "@/lib/reports/occupancy/test-facts";
import {
  recallBridge,
  recallExpiryProfile,
  recallManagerHome,
  recallOccupancySeries,
  recallOccupancyTree,
  recallPortfolioSeries,
} from "@/lib/reports/recall";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";

/** Small worlds of several parks and buildings, whose few firms are in many of them. */
const anyLettings = anyFacts.map(({ units, lines, presences }) => ({
  presences,
  units: units.map((fact, i) => ({ ...fact, parkId: `p${i % 2}`, buildingId: `b${i % 4}` })),
  lines: lines.map((fact, i) => ({ ...fact, tenantKey: `f${i % 5}`, enterpriseId: `f${i % 5}` })),
}));

it("tells nothing in any world that adds up to the space of one firm or two", async () => {
  const [viewer, office] = readers();
  const client = await ownerClient();
  let withheld = 0;
  await fc.assert(
    fc.asyncProperty(anyLettings, anyDay, async (facts, on) => {
      await resetDatabase();
      await insertWildWorld(client, facts);
      const roll = (await listRentRoll(office, on, { limit: 500 })).rows;
      const cells = new Map<string, FirmCell & { firms: Set<string> }>();
      for (const { parkId, buildingId, tenantKey, occupiedArea } of roll) {
        const cell = cells.get(buildingId) ?? { place: buildingId, within: parkId, firms: new Set<string>() };
        cells.set(buildingId, cell);
        if (tenantKey && Number(occupiedArea) > 0) cell.firms.add(tenantKey);
      }
      const tree = await getPublishedTree(viewer, on);
      const hidden = (map: Map<string, PublishedOccupancy>) =>
        new Set([...map].filter(([, { occupiedArea }]) => occupiedArea === null).map(([id]) => id));
      const told = {
        whole: tree.total.occupiedArea === null,
        within: hidden(tree.byPark),
        places: hidden(tree.byBuilding),
      };
      withheld += told.places.size;
      expect(givesAway([...cells.values()], rowsOf([...cells.values()], told))).toBe(false);
      // Vacant space and the rate say the same as the area, and so are told or withheld with it.
      for (const figures of [tree.total, ...tree.byPark.values(), ...tree.byBuilding.values()]) {
        const same = [figures.vacantArea, figures.unitsOccupied, figures.tenants].map(
          (value) => value === null,
        );
        expect(same).toEqual(Array(3).fill(figures.occupiedArea === null));
      }
    }),
    { numRuns: 30 },
  );
  expect(withheld).toBeGreaterThan(0);
});

let [council, manager]: Viewer[] = [];

beforeEach(async () => {
  await resetDatabase();
  [council, manager] = [await makeViewer("VIEWER"), await makeViewer("MANAGER")];
});
const readers = () => [council as Viewer, manager as Viewer] as const;

const day = toCivil("2022-06-01");
type Park = Awaited<ReturnType<typeof makePark>>;

/** Lets 100 m² to each of some firms, in 2022 unless told; and a unit beside that stays empty. */
async function letTo(park: Park, firms: { id: string }[], given: Record<string, unknown> = {}) {
  const made = [];
  for (const { id } of firms) {
    const unit = await makeUnit(park);
    made.push(await createLease(system, leaseInput({ enterpriseId: id, units: [unit.id], ...given })));
  }
  await makeUnit(park);
  return made;
}
const firmsOf = (count: number) => Promise.all(Array.from({ length: count }, () => makeFirm()));

describe("occupancy for council readers", () => {
  it("withholds a park of two firms and the park that hides it, in the tree and where each is asked for", async () => {
    const parks = [await makePark(), await makePark(), await makePark()];
    const [two, three, many] = parks as [Park, Park, Park];
    await letTo(two, await firmsOf(2));
    await letTo(three, await firmsOf(3));
    await letTo(many, await firmsOf(5));
    const occupied = async (viewer: Viewer) => {
      const tree = await recallOccupancyTree(viewer, day, {});
      const of = (id: string) => tree.byPark.get(id)?.occupiedArea;
      return [tree.total.occupiedArea, ...parks.map(({ id }) => of(id))];
    };
    const [viewer, office] = readers();
    expect(await occupied(office)).toEqual(["1000.00", "200.00", "300.00", "500.00"]);
    // 1000 − 300 − 500 would be the 200 of two firms.
    expect(await occupied(viewer)).toEqual(["1000.00", null, null, "500.00"]);
    for (const park of [two, three]) {
      const scope = { level: "PARK", parkId: park.id } as const;
      const { total } = await recallOccupancyTree(viewer, day, { scope });
      expect(total).toMatchObject({
        occupiedArea: null,
        occupancyRate: null,
        tenants: null,
        waleYears: null,
      });
      expect(Number(total.lettableArea)).toBeGreaterThan(0);
    }
    const strip = new Map(
      (await recallManagerHome(viewer, day)).parks.map(({ code, figures }) => [code, figures]),
    );
    expect(parks.map(({ code }) => strip.get(code)?.occupiedArea)).toEqual([null, null, "500.00"]);
  });

  it("counts who makes the area: not those who sublet inside it, nor who signed for space that is let", async () => {
    const park = await makePark();
    const [head, ...others] = await firmsOf(4);
    const unit = await makeUnit(park, { shared: true });
    const lease = await createLease(
      system,
      leaseInput({ enterpriseId: head?.id ?? "", units: [{ unitId: unit.id, area: "100" }] }),
    );
    for (const { id } of others) {
      const inside = { enterpriseId: id, subleaseOfId: lease.id, units: [{ unitId: unit.id, area: "10" }] };
      await createLease(system, leaseInput(inside));
    }
    const [viewer, office] = readers();
    expect((await recallOccupancyTree(office, day, {})).total).toMatchObject({
      occupiedArea: "100.00",
      tenants: 4,
    });
    expect((await recallOccupancyTree(viewer, day, {})).total).toMatchObject({
      occupiedArea: null,
      tenants: null,
    });
  });

  it("tells what is committed where three have signed for empty space, and not where one has", async () => {
    const park = await makePark();
    await letTo(park, await firmsOf(3));
    const later = { signedOn: "2022-05-01", startsOn: "2022-09-01", endsOn: "2023-08-31" };
    const [viewer, office] = readers();
    const committed = async (reader: Viewer) =>
      (await recallOccupancyTree(reader, day, {})).total.committedArea;
    expect([await committed(viewer), await committed(office)]).toEqual(["300.00", "300.00"]);
    await letTo(park, await firmsOf(1), later);
    expect([await committed(viewer), await committed(office)]).toEqual([null, "400.00"]);
    await letTo(park, await firmsOf(2), later);
    expect([await committed(viewer), await committed(office)]).toEqual(["600.00", "600.00"]);
  });

  it("tells the zone's line of the days on which many are there, and of a park none", async () => {
    const park = await makePark();
    await letTo(park, await firmsOf(2), { startsOn: "2021-01-01" });
    await letTo(park, await firmsOf(1), { startsOn: "2022-03-01" });
    const days = ["2020-06-01", "2021-06-01", "2022-06-01"].map(toCivil);
    const [viewer] = readers();
    const line = async (options = {}) =>
      (await recallOccupancySeries(viewer, days, options)).map(({ occupiedArea }) => occupiedArea);
    expect(await line()).toEqual(["0.00", null, "300.00"]);
    expect(await line({ scope: { level: "PARK", parkId: park.id } })).toEqual([null, null, null]);
  });

  it("tells the ends of leases where three firms' fall together, by year and by quarter alike", async () => {
    const park = await makePark();
    await letTo(park, await firmsOf(4), { endsOn: "2023-02-28" });
    await letTo(park, await firmsOf(3), { endsOn: "2024-02-28" });
    await letTo(park, await firmsOf(1), { endsOn: "2031-05-31" });
    const [viewer, office] = readers();
    const areas = async (reader: Viewer, by: "year" | "quarter", options = {}) =>
      (await recallExpiryProfile(reader, day, by, options)).buckets.map(({ period, area }) => [period, area]);
    expect(await areas(office, "year")).toEqual([
      ["2023", "400.00"],
      ["2024", "300.00"],
      ["2031", "100.00"],
    ]);
    expect(await areas(viewer, "year")).toEqual([
      ["2023", "400.00"],
      ["2024", null],
      ["2031", null],
    ]);
    expect(await areas(viewer, "quarter")).toEqual([
      ["2023-Q1", "400.00"],
      ["2024-Q1", null],
      ["2031-Q2", null],
    ]);
    expect(await areas(viewer, "year", { scope: { level: "PARK", parkId: park.id } })).toEqual([]);
  });

  it("tells who came and went where it was nobody or three firms, and of a park nothing", async () => {
    const park = await makePark();
    const leases = await letTo(park, await firmsOf(4), { startsOn: "2021-01-01", endsOn: "2029-12-31" });
    const bridge = async (until: string, options = {}) => {
      const { takeUp, terminations, netAbsorption } = await recallBridge(
        readers()[0],
        toCivil("2022-01-01"),
        toCivil(until),
        options,
      );
      return [takeUp, terminations, netAbsorption];
    };
    expect(await bridge("2022-12-31")).toEqual(["0.00", "0.00", "0.00"]);
    const ends = { version: 1, terminatedOn: toCivil("2022-03-31"), reason: "agreed" };
    for (const { id } of leases.slice(0, 3)) await terminateLease(system, { id, ...ends });
    expect(await bridge("2022-12-31")).toEqual(["0.00", "300.00", "-300.00"]);
    await letTo(park, await firmsOf(1), { startsOn: "2022-08-01", endsOn: "2029-12-31" });
    expect(await bridge("2022-07-31")).toEqual(["0.00", "300.00", "-300.00"]);
    // One came: not what it took, nor what the others left, since the sum of both may be known.
    expect(await bridge("2022-12-31")).toEqual([null, null, null]);
    expect(await bridge("2022-07-31", { scope: { level: "PARK", parkId: park.id } })).toEqual([
      null,
      null,
      null,
    ]);
  });
});

it("council readers are told of projects in the whole zone, whatever park they ask for", async () => {
  const park = await makePark();
  await makeProject({ parkId: park.id });
  await makeProject();
  const count = async (viewer: Viewer) => {
    const scope = { level: "PARK", parkId: park.id } as const;
    return (await recallPortfolioSeries(viewer, [toCivil("2030-01-01")], { scope }))[0]?.projects;
  };
  const [viewer, office] = readers();
  expect([await count(office), await count(viewer)]).toEqual([1, 2]);
});
