import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { computeInForcePeriod } from "@/lib/domain/leases/rules";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { addDays } from "@/lib/platform/dates/civil";
import { computeChurn } from "@/lib/reports/occupancy/churn";
import { computeOccupancy, computeOccupancyTree, emptyOccupancy } from "@/lib/reports/occupancy/compute";
import { computeExpiryProfile } from "@/lib/reports/occupancy/expiry";
import { getOccupancyFacts } from "@/lib/reports/occupancy/facts";
import { getExpiryProfile } from "@/lib/reports/occupancy/facts-expiry";
import { getBridge } from "@/lib/reports/occupancy/facts-movement";
import { listOccupancyRates } from "@/lib/reports/occupancy/facts-rates";
import { listRentRoll, type RentRollItem } from "@/lib/reports/occupancy/facts-rows";
import { getOccupancySeries, getOccupancyTree, getParkTrees } from "@/lib/reports/occupancy/facts-tree";
import { computeMovement } from "@/lib/reports/occupancy/movement";
import { computeRentRoll } from "@/lib/reports/occupancy/rent-roll";
import {
  idOf,
  insertLegalWorld,
  insertWildWorld,
  openTestChangeSet,
} from "@/lib/reports/occupancy/test-database";
import { anyDay, anyFacts, d, line, unit } from "@/lib/reports/occupancy/test-facts";
import type { OccupancyTree, RentRollRow } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

beforeEach(resetDatabase);

const viewer = systemViewer("test");

/**
 * Worlds whose lines meet on two units, one of them shared, so that renewals, subleases and over-letting happen:
 * of three lines the second renews the first, and the third lets a little of it on.
 */
const crowded = anyFacts.map(({ units, lines, presences }) => ({
  presences,
  units: units.map((fact, i) => ({ ...fact, shared: i === 1 })),
  lines: lines.map((fact, i) => {
    const placed = { ...fact, unitId: `u${Math.floor(i / 3) % 2}` };
    const head = lines[i - (i % 3)];
    if (!head || i % 3 === 0) return placed;
    if (i % 3 === 1) return { ...placed, renewalOfId: head.leaseId, signedOn: d("2021-01-01") };
    const { startsOn, endsOn, movedInOn, terminatedOn, movedOutOn, holdover, lineFrom, lineTo } = head;
    const dates = { startsOn, endsOn, movedInOn, terminatedOn, movedOutOn, holdover, lineFrom, lineTo };
    return { ...placed, ...dates, area: "0.50", renewalOfId: null, subleaseOfId: head.leaseId };
  }),
}));
const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** A named row as the compute function has it, in the same order of keys. */
function toBare(row: RentRollItem): RentRollRow {
  const { parkId, buildingId, unitId, leaseId, enterpriseId, tenantKey, state, area, occupiedArea } = row;
  const { from, endsOn, daysLeft, movedInKnown, sublease } = row;
  const place = { parkId, buildingId, unitId, leaseId, enterpriseId, tenantKey, state, area, occupiedArea };
  return { ...place, from, endsOn, daysLeft, movedInKnown, sublease };
}

/** All rows, three at a time. */
async function inPages<Row>(
  total: number,
  list: (page: { limit: number; offset: number }) => Promise<{ rows: Row[] }>,
) {
  const rows: Row[] = [];
  for (let offset = 0; offset < total; offset += 3) rows.push(...(await list({ limit: 3, offset })).rows);
  return rows;
}

const anyWorld = fc.oneof(anyFacts, crowded);

/** Parks and buildings of one tree, with nothing where the other names a place that has nothing. */
function expectSame(sql: OccupancyTree, computed: OccupancyTree) {
  expect(sql.total).toEqual(computed.total);
  for (const level of ["byPark", "byBuilding"] as const) {
    for (const id of new Set([...sql[level].keys(), ...computed[level].keys()])) {
      expect(sql[level].get(id) ?? emptyOccupancy()).toEqual(computed[level].get(id) ?? emptyOccupancy());
    }
  }
}

describe("the database's sums", () => {
  it("are those of the compute functions in any world, on any day", async () => {
    const client = await ownerClient();
    await fc.assert(
      fc.asyncProperty(anyWorld, anyDay, async (generated, on) => {
        await resetDatabase();
        await insertWildWorld(client, generated);
        const world = toWorld(await getOccupancyFacts(viewer));
        for (const day of [on, addDays(on, 200)]) {
          expectSame(await getOccupancyTree(viewer, day), computeOccupancyTree(world, day));
          for (const by of ["year", "quarter"] as const) {
            expect(await getExpiryProfile(viewer, day, by)).toEqual(computeExpiryProfile(world, day, by));
          }
          expect(await getOccupancySeries(viewer, [day])).toEqual([
            { asOf: day, ...computeOccupancy(world, day) },
          ]);
          expect(await listOccupancyRates(viewer, [day])).toEqual([
            { asOf: day, rate: computeOccupancy(world, day).occupancyRate },
          ]);
          const roll = await listRentRoll(viewer, day, { limit: 1000 });
          expect(roll.rows.map(toBare).sort(byText)).toEqual(computeRentRoll(world, day).sort(byText));
          expect(await inPages(roll.total, (page) => listRentRoll(viewer, day, page))).toEqual(roll.rows);
          expect(roll.occupiedArea).toBe(computeOccupancy(world, day).occupiedArea);
          const { churn, ...movement } = await getBridge(viewer, on, addDays(day, 150));
          const { exited: _, ...exits } = computeChurn(world, on, addDays(day, 150));
          const { steps: __, ...moved } = computeMovement(world, on, addDays(day, 150));
          expect(movement).toEqual(moved);
          expect(churn).toEqual(exits);
        }
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  it("are the same through every rule of the database, by scope and over a series", async () => {
    const client = await ownerClient();
    await fc.assert(
      fc.asyncProperty(anyWorld, anyDay, async (generated, on) => {
        await resetDatabase();
        await insertLegalWorld(client, generated);
        const facts = await getOccupancyFacts(viewer);
        const world = toWorld(facts);
        const { rows } = await client.query(
          `SELECT lease_id, unit_id, in_force_from::text AS "from", in_force_to::text AS "to" FROM lease_lines`,
        );
        for (const fact of facts.lines) {
          const { from, to } = rows.find(
            (row) => row.lease_id === fact.leaseId && row.unit_id === fact.unitId,
          );
          expect(from === null ? null : { from, to }).toEqual(computeInForcePeriod(fact));
        }
        // Out of order, and one of them twice.
        const days = [addDays(on, 31), on, addDays(on, 300), addDays(on, 365), on, addDays(on, -200)];
        const parkId = idOf("p1");
        for (const scope of [
          { level: "ZONE" },
          { level: "PARK", parkId },
          { level: "BUILDING", buildingId: idOf("p1b1") },
        ] as const) {
          const series = await getOccupancySeries(viewer, days, { scope });
          expect(series).toEqual(days.map((asOf) => ({ asOf, ...computeOccupancy(world, asOf, scope) })));
          expect(await listOccupancyRates(viewer, days, { scope })).toEqual(
            series.map(({ asOf, occupancyRate }) => ({ asOf, rate: occupancyRate })),
          );
          const trees = await getParkTrees(viewer, days, { scope });
          for (const day of days) {
            const { total, byPark } = trees.get(day) ?? expect.fail();
            expect(total).toEqual(computeOccupancy(world, day, scope));
            for (const [id, figures] of byPark) {
              if (scope.level === "BUILDING") continue;
              expect(figures).toEqual(computeOccupancy(world, day, { level: "PARK", parkId: id }));
            }
          }
          const until = addDays(on, 300);
          const { churn, ...movement } = await getBridge(viewer, on, until, { scope });
          const { exited: _, ...exits } = computeChurn(world, on, until, scope);
          const { steps: __, ...moved } = computeMovement(world, on, until, scope);
          expect([movement, churn]).toEqual([moved, exits]);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe("the second clock", () => {
  it("keeps a figure as it was known when it is corrected later", async () => {
    const client = await ownerClient();
    const units = [unit("u", "100"), unit("v", "50")];
    await insertLegalWorld(client, { units, lines: [line("1", "u", "60")], presences: [] });
    const { rows } = await client.query("SELECT clock_timestamp() AS now");
    const then: Date = rows[0].now;
    await new Promise((done) => setTimeout(done, 5));
    await client.query("BEGIN");
    await openTestChangeSet(client);
    await client.query("UPDATE lease_lines SET area = 90");
    await client.query("DELETE FROM units WHERE code = 'v'");
    await client.query("COMMIT");

    const on = d("2022-11-01");
    // 60 of 150 as it was known, 90 of 100 as it is known
    expect((await getOccupancyTree(viewer, on, { knownAt: then })).total).toMatchObject({
      occupiedArea: "60.00",
      lettableArea: "150.00",
    });
    const now = await getOccupancyTree(viewer, on);
    expect(now.total).toMatchObject({ occupiedArea: "90.00", lettableArea: "100.00" });
    expectSame(await getOccupancyTree(viewer, on, { knownAt: new Date() }), now);
    const facts = await getOccupancyFacts(viewer, { knownAt: then });
    expect(facts.lines.map(({ area }) => area)).toEqual(["60.00"]);
    expect((await getOccupancyTree(viewer, on, { knownAt: new Date("2020-01-01") })).total).toEqual(
      emptyOccupancy(),
    );
  });
});
