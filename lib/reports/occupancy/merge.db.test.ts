import fc from "fast-check";
import { expect, it } from "vitest";
import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { mergeEnterprisesSchema } from "@/lib/domain/enterprises/schema";
import { mergeEnterprises } from "@/lib/domain/enterprises/service-merge";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcounts } from "@/lib/domain/headcounts/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { addDays } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { computeHeadcount } from "@/lib/reports/headcount/compute";
import { getHeadcountFacts, getHeadcountSeries } from "@/lib/reports/headcount/facts";
import { computeOccupancy } from "@/lib/reports/occupancy/compute";
import { getOccupancyFacts } from "@/lib/reports/occupancy/facts";
import { getOccupancySeries } from "@/lib/reports/occupancy/facts-tree";
import { idOf, insertLegalWorld } from "@/lib/reports/occupancy/test-database";
import { anyDay, anyFacts, d, presence } from "@/lib/reports/occupancy/test-facts";
import { toWorld } from "@/lib/reports/occupancy/world";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

const viewer = systemViewer("test");
const [STAYS, GOES] = [idOf("f0"), idOf("f1")];
const days = Array.from({ length: 30 }, (_, i) => addDays(d("2020-11-01"), i * 41));

const anyPeople = fc.uniqueArray(
  fc.record({ firm: fc.nat(2), park: fc.nat(2), on: anyDay, total: fc.integer({ min: 0, max: 90 }) }),
  { maxLength: 8, selector: ({ firm, park, on }) => `${firm} ${park} ${on}` },
);

/** The firms and parks that a test speaks of stand in every world. */
const anyWorld = anyFacts.map((facts) => ({
  ...facts,
  presences: [0, 1, 2].flatMap((n) => [
    presence(`f${n}`, "PRESENT", { parkId: `p${n}`, from: d("2021-03-01"), to: d("2021-09-30") }),
    ...facts.presences.filter((one) => one.enterpriseId === `f${n}`),
  ]),
}));

/** Facts as they would be had the office only ever entered the firm that stays. */
const asOne = <Fact extends { enterpriseId: string }>(fact: Fact): Fact => ({
  ...fact,
  ...("tenantKey" in fact && fact.tenantKey === GOES ? { tenantKey: STAYS } : {}),
  enterpriseId: fact.enterpriseId === GOES ? STAYS : fact.enterpriseId,
});

it("counts two firms made one once on every day, and leaves every area as it was; undone, all is as before", async () => {
  const client = await ownerClient();
  await fc.assert(
    fc.asyncProperty(anyWorld, anyPeople, async (generated, people) => {
      await resetDatabase();
      await insertLegalWorld(client, generated);
      const declared = people.map(({ firm, park, on, total }) =>
        createHeadcountSchema.parse({
          ...{ enterpriseId: idOf(`f${firm}`), parkId: idOf(`p${park}`), on, total: String(total) },
        }),
      );
      await createHeadcounts(viewer, declared);
      const [facts, heads] = [await getOccupancyFacts(viewer), await getHeadcountFacts(viewer)];
      const figures = async () => ({
        areas: await getOccupancySeries(viewer, days),
        people: await getHeadcountSeries(viewer, days),
      });
      const before = await figures();

      const input = { id: STAYS, version: 1, goesId: GOES, goesVersion: 1 };
      const done = await mergeEnterprises(viewer, mergeEnterprisesSchema.parse(input));

      const after = await figures();
      // Shared presences of one kind become one span, which the figures cannot tell from two that overlap.
      const world = toWorld({
        units: facts.units,
        lines: facts.lines.map(asOne),
        presences: facts.presences.map(asOne),
      });
      const kept = new Set(
        heads.headcounts.flatMap((fact) =>
          fact.enterpriseId === STAYS ? [`${fact.parkId} ${fact.on}`] : [],
        ),
      );
      const headcounts = heads.headcounts
        .filter((fact) => fact.enterpriseId !== GOES || !kept.has(`${fact.parkId} ${fact.on}`))
        .map(asOne);
      const firms = heads.firms.filter(({ enterpriseId }) => enterpriseId !== GOES);
      for (const [i, day] of days.entries()) {
        expect(after.areas[i]).toEqual({ asOf: day, ...computeOccupancy(world, day) });
        expect(after.areas[i]?.occupiedArea).toBe(before.areas[i]?.occupiedArea);
        expect(after.areas[i]?.lettableArea).toBe(before.areas[i]?.lettableArea);
        expect(after.people[i]?.total).toBe(computeHeadcount({ headcounts, firms }, world, day).total);
      }

      await undoChangeSet(viewer, { id: done.changeSetId });
      expect(await figures()).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 300_000);

it("adds up the people of two firms that are in different parks, as before", async () => {
  await resetDatabase();
  const client = await ownerClient();
  const here = (firm: string, parkId: string) => presence(firm, "PRESENT", { parkId });
  await insertLegalWorld(client, { units: [], lines: [], presences: [here("f0", "p0"), here("f1", "p1")] });
  const declared = [
    { enterpriseId: STAYS, parkId: idOf("p0"), on: "2022-03-31", total: "10" },
    { enterpriseId: GOES, parkId: idOf("p1"), on: "2022-06-30", total: "12" },
  ];
  await createHeadcounts(
    viewer,
    declared.map((one) => createHeadcountSchema.parse(one)),
  );
  const people = () => getHeadcountSeries(viewer, [d("2022-04-01"), d("2022-07-01")]);
  // 10, then 10 + 12: of two firms before the merge, of one after it.
  expect((await people()).map(({ total, firms }) => [total, firms])).toEqual([
    [10, 1],
    [22, 2],
  ]);
  const input = { id: STAYS, version: 1, goesId: GOES, goesVersion: 1 };
  await mergeEnterprises(viewer, mergeEnterprisesSchema.parse(input));
  expect((await people()).map(({ total, firms }) => [total, firms])).toEqual([
    [10, 1],
    [22, 1],
  ]);
  expect(await db.headcount.count({ where: { enterpriseId: STAYS } })).toBe(2);
});
