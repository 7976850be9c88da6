import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { addDays } from "@/lib/platform/dates/civil";
import { computeHeadcount } from "@/lib/reports/headcount/compute";
import { getHeadcountFacts, getHeadcountSeries } from "@/lib/reports/headcount/facts";
import { listHeadcountRows } from "@/lib/reports/headcount/facts-rows";
import { listHeadcountTotals } from "@/lib/reports/headcount/facts-totals";
import type { HeadcountFact } from "@/lib/reports/headcount/types";
import { getOccupancyFacts } from "@/lib/reports/occupancy/facts";
import { idOf, insertLegalWorld, insertWildWorld } from "@/lib/reports/occupancy/test-database";
import { anyDay, anyFacts, d, line, unit } from "@/lib/reports/occupancy/test-facts";
import { toWorld } from "@/lib/reports/occupancy/world";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

beforeEach(resetDatabase);

const viewer = systemViewer("test");

const anyHeadcounts = fc
  .uniqueArray(fc.record({ firm: fc.nat(7), park: fc.nat(2), on: anyDay, total: fc.nat(50) }), {
    maxLength: 20,
    selector: ({ firm, park, on }) => `${firm} ${park} ${on}`,
  })
  .map((list) =>
    list.map(({ firm, park, on, total }, i): HeadcountFact => {
      const nobody = { own: null, dispatched: null, other: null };
      return { id: `h${i}`, enterpriseId: `f${firm}`, parkId: `p${park}`, on, total, ...nobody };
    }),
  );

describe("the database's headcount", () => {
  it.each([
    ["any", false],
    ["a lawful", true],
  ])(
    "is that of the compute function in %s world, on any day",
    async (_, legal) => {
      const client = await ownerClient();
      await fc.assert(
        fc.asyncProperty(anyFacts, anyHeadcounts, anyDay, async (generated, declared, on) => {
          await resetDatabase();
          // Only where the database's rules hold are there exclusive units, whose lines are added up as they are read.
          if (legal) await insertLegalWorld(client, generated, declared);
          else await insertWildWorld(client, generated, declared);
          const world = toWorld(await getOccupancyFacts(viewer));
          const facts = await getHeadcountFacts(viewer);
          const days = [on, addDays(on, 120)];
          for (const parkId of [null, idOf("p1")]) {
            const scope = parkId === null ? undefined : ({ level: "PARK", parkId } as const);
            const series = await getHeadcountSeries(viewer, days, { scope });
            expect(series).toMatchObject(await listHeadcountTotals(viewer, days, { scope }));
            if (legal) {
              expect(await getHeadcountSeries(viewer, days, { scope, knownAt: new Date() })).toEqual(series);
            }
            for (const [i, day] of days.entries()) {
              const { rows, missing, ...report } = computeHeadcount(facts, world, day, parkId);
              const {
                firms,
                missing: count,
                buildings,
                elsewhere: __,
                ...summary
              } = series[i] ?? expect.fail();
              expect(summary).toEqual(report);
              expect(count).toBe(missing.length);
              expect(firms).toBe(new Set(rows.map(({ enterpriseId }) => enterpriseId)).size);
              expect(buildings.reduce((sum, { total }) => sum + total, 0)).toBe(report.total);
              const listed = await listHeadcountRows(viewer, day, { scope, limit: 1000 });
              expect(listed.total).toBe(rows.length + missing.length);
              const wanted = rows.map(({ enterpriseId, parkId: park, total, density }) => [
                enterpriseId,
                park,
                total,
                density,
              ]);
              const got = listed.rows.filter((row) => row.headcountId !== null);
              expect(
                got
                  .map(({ enterpriseId, parkId: park, total, density }) => [
                    enterpriseId,
                    park,
                    total,
                    density,
                  ])
                  .sort(),
              ).toEqual(wanted.sort());
            }
          }
        }),
        { numRuns: 40 },
      );
    },
    120_000,
  );

  it("gives a building the firms that sit there alone, and tells of those that it shares", async () => {
    const units = [unit("a", "100", { buildingId: "b1" }), unit("b", "100", { buildingId: "b2" })];
    const lines = [
      line("1", "a", "60", { enterpriseId: "alone" }),
      line("2", "a", "40", { enterpriseId: "shared" }),
      line("3", "b", "50", { enterpriseId: "shared" }),
    ];
    const head = (enterpriseId: string, total: number): HeadcountFact => {
      const nobody = { own: null, dispatched: null, other: null };
      return { id: enterpriseId, enterpriseId, parkId: "park", on: d("2022-09-30"), total, ...nobody };
    };
    await insertWildWorld(await ownerClient(), { units, lines, presences: [] }, [
      head("alone", 6),
      head("shared", 9),
    ]);
    const scope = { level: "BUILDING", buildingId: idOf("b1") } as const;
    const [report] = await getHeadcountSeries(viewer, [d("2022-11-01")], { scope });
    expect(report).toMatchObject({
      total: 6,
      firms: 1,
      occupiedArea: "60.00",
      elsewhere: { firms: 1, total: 9 },
    });
  });
});
