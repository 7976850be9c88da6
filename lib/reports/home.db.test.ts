import { beforeEach, expect, it, vi } from "vitest";
import { systemViewer } from "@/lib/platform/auth/viewer";
import type { HeadcountFact } from "@/lib/reports/headcount/types";
import { getManagerHome } from "@/lib/reports/home";
import { insertWildWorld } from "@/lib/reports/occupancy/test-database";
import { d, line, unit } from "@/lib/reports/occupancy/test-facts";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

const asked = vi.hoisted(() => ({ count: 0 }));

vi.mock("@/lib/platform/db/client", async (original) => {
  const real = await original<typeof import("@/lib/platform/db/client")>();
  const db = new Proxy(real.db, {
    get: (target, name) => {
      if (name === "$queryRaw") asked.count += 1;
      return Reflect.get(target, name);
    },
  });
  return { ...real, db };
});

beforeEach(resetDatabase);

it("makes the manager's home in thirteen queries, whatever there is", async () => {
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
  asked.count = 0;
  const home = await getManagerHome(systemViewer("test"), d("2022-11-01"), d("2021-11-01"));
  // One of each kind, and two more each for projects, people and space over time: is what was read before still right?
  // Here it is not, since nothing was.
  expect(asked.count).toBe(13);
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
