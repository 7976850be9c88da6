import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { fromHundredths } from "@/lib/platform/money/hundredths";
import { getOccupancyTree } from "@/lib/reports/occupancy/facts-tree";
import { idOf, insertLegalWorld } from "@/lib/reports/occupancy/test-database";
import { anyDay, anyFacts } from "@/lib/reports/occupancy/test-facts";
import { toWorld } from "@/lib/reports/occupancy/world";
import { computeStackState } from "@/lib/reports/stacking/compute";
import { getStackFacts } from "@/lib/reports/stacking/facts";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeUnit, makeViewer } from "@/lib/testing/factories";

beforeEach(resetDatabase);

const viewer = systemViewer("test");

it("adds up to what the occupancy report sums in the database, for every building and on any day", async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts, anyDay, async (generated, on) => {
      await resetDatabase();
      await insertLegalWorld(await ownerClient(), generated);
      const { byBuilding } = await getOccupancyTree(viewer, on);
      for (const buildingId of new Set(generated.units.map((unit) => idOf(unit.buildingId)))) {
        const facts = await getStackFacts(viewer, buildingId);
        const { units } = toWorld({ ...facts.occupancy, presences: [] });
        const drawn = units.flatMap((unit) => {
          const state = computeStackState(unit, on);
          return state && state.kind !== "selfUse" ? [{ area: unit.hundredths, ...state }] : [];
        });
        const figures = byBuilding.get(buildingId);
        const sum = (of: "area" | "occupied") =>
          fromHundredths(drawn.reduce((total, block) => total + block[of], 0));
        expect(sum("area")).toBe(figures?.lettableArea ?? "0.00");
        expect(sum("occupied")).toBe(figures?.occupiedArea ?? "0.00");
      }
    }),
    { numRuns: 25 },
  );
});

it("is for those who may see who is behind a figure, within their reach", async () => {
  const [park, other] = [await makePark(), await makePark()];
  await makeUnit(park, { code: "101" });
  const officer = await makeViewer("OFFICER", { parkIds: [park.id] });
  const facts = await getStackFacts(officer, park.buildingId);
  expect(facts.floors.map(({ label }) => label)).toEqual(["2", "1"]);
  expect([...facts.places.values()].map(({ code }) => code)).toEqual(["101"]);
  const stranger = await makeViewer("OFFICER", { parkIds: [other.id] });
  const nothing = await getStackFacts(stranger, park.buildingId);
  expect([nothing.floors, nothing.places.size, nothing.occupancy.units]).toEqual([[], 0, []]);
  const firm = await makeFirm();
  const outsiders = [
    await makeViewer("VIEWER"),
    await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }),
  ];
  for (const outsider of outsiders) {
    await expect(getStackFacts(outsider, park.buildingId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
