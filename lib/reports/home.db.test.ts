import { beforeEach, expect, it } from "vitest";
import { systemViewer } from "@/lib/platform/auth/viewer";
import type { HeadcountFact } from "@/lib/reports/headcount/types";
import { getManagerHome } from "@/lib/reports/home";
import { insertWildWorld } from "@/lib/reports/occupancy/test-database";
import { d, line, unit } from "@/lib/reports/occupancy/test-facts";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { countStatements } from "@/lib/testing/statements";

beforeEach(resetDatabase);

it("makes the manager's home in fifteen statements, whatever there is", async () => {
  const units = [unit("a", "100"), unit("b", "100", { parkId: "other", buildingId: "far" })];
  const lines = [
    line("1", "a", "50", { startsOn: d("2021-06-01") }),
    line("2", "b", "80", { startsOn: d("2022-02-01"), endsOn: d("2022-10-31"), holdover: true }),
  ];
  const nobody = { own: null, dispatched: null, other: null };
  const heads: HeadcountFact[] = [
    { id: "h", enterpriseId: "firm of 1", parkId: "park", on: d("2022-09-30"), total: 12, ...nobody },
  ];
  await insertWildWorld(await ownerClient(), { units, lines, presences: [] }, heads);
  const asking = () => getManagerHome(systemViewer("test"), d("2022-11-01"), d("2021-11-01"));
  let answer: ReturnType<typeof asking> | undefined;
  // Two by Prisma. Else one of each kind, and two more each for projects, people and space over time: is what was read
  // before still right? Here it is not, since nothing was.
  const asked = await countStatements(() => (answer = asking()));
  expect(asked).toBe(15);
  const home = await (answer as ReturnType<typeof asking>);
  // 130 / 200 now, 50 / 200 a year before
  expect([home.occupancy.now.occupancyRate, home.occupancy.before.occupancyRate]).toEqual([0.65, 0.25]);
  expect(home.occupancy.line.length).toBe(24);
  expect(home.occupancy.line.at(-1)).toEqual({ on: "2022-11-01", value: 0.65 });
  expect([home.headcount.now.total, home.headcount.before.total]).toEqual([12, 0]);
  expect(home.movement.bridge).toMatchObject({ opening: "50.00", takeUp: "80.00", closing: "130.00" });
  expect(home.attention.map(({ code }) => code)).toEqual(["HOLDOVER", "HEADCOUNT_MISSING"]);
  expect(home.parks.map(({ code, headcount, figures }) => [code, headcount, figures.occupancyRate])).toEqual([
    ["other", 0, 0.8],
    ["park", 12, 0.5],
  ]);
});
