import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintViewer, systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { inParkScope } from "@/lib/reports/facts-reach";
import { idOf, openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { d } from "@/lib/reports/occupancy/test-facts";
import type { Scope } from "@/lib/reports/occupancy/types";
import { fetchNumbers } from "@/lib/reports/progress/facts-numbers";
import { getPortfolioSeries, listStandingProjects } from "@/lib/reports/progress/facts-portfolio";
import { computePortfolioPoint, rankProjects } from "@/lib/reports/progress/portfolio";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

const viewer = systemViewer("test");
const north = mintViewer({ ...viewer, parkIds: [idOf("north")] });
const days = Array.from({ length: 40 }, (_, n) => addDays(d("2021-11-01"), n * 17));
let second: pg.Client;

beforeAll(async () => {
  second = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await second.connect();
});
afterAll(() => second.end());

async function begin(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  await openTestChangeSet(client);
}

async function write(sql: string, client?: pg.Client): Promise<void> {
  const on = client ?? (await ownerClient());
  await begin(on);
  await on.query(sql);
  await on.query("COMMIT");
}

/** What the database refuses, such as a second forecast of one day, is not written. */
async function tryWrite(sql: string): Promise<void> {
  await write(sql).catch(async () => (await ownerClient()).query("ROLLBACK"));
}

const projects = ["a", "b", "c", "d"] as const;
const steps = projects.flatMap((project) => [1, 2].map((n) => ({ project, id: `${project}${n}` })));

/** Two projects in a park, one in another, one in none; each with two milestones. */
beforeEach(async () => {
  await resetDatabase();
  const park = (id: string) => `('${idOf(id)}', '${id}', '${id}', '${id}', '${id}')`;
  await write(`
    INSERT INTO parks (id, code, name_en, sort_en, sort_zh) VALUES ${park("north")}, ${park("south")};
    INSERT INTO projects (id, code, title_en, park_id, created_at) VALUES
      ('${idOf("a")}', 'é', 'A', '${idOf("north")}', '2022-01-01T00:00:00Z'),
      ('${idOf("b")}', 'Z', 'B', '${idOf("north")}', '2022-02-01T00:00:00Z'),
      ('${idOf("c")}', 'z', 'C', '${idOf("south")}', '2022-01-01T00:00:00Z'),
      ('${idOf("d")}', '１', 'D', NULL, '2022-01-01T00:00:00Z');
    INSERT INTO milestones (id, project_id, position, title_en, weight, original_baseline_on, baseline_on)
    VALUES ${steps.map(({ project, id }, i) => `('${idOf(id)}', '${idOf(project)}', ${i}, '${id}', 1, '2022-05-01', '2022-0${i + 1}-01')`)}`);
});

/** What the kept courses say, and what reading everything again says. */
async function expectRecount(who: Viewer, scope?: Scope): Promise<void> {
  const all = await fetchNumbers(null, inParkScope(who, scope, "p"));
  expect(await getPortfolioSeries(who, days, { scope })).toEqual(
    days.map((on) => computePortfolioPoint(all, on)),
  );
  for (const on of days.filter((_, i) => i % 8 === 0)) {
    expect(await listStandingProjects(who, on, { scope })).toEqual(rankProjects(all, on));
  }
}

const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(d("2022-01-01"), n));
const project = fc.constantFrom(...projects).map(idOf);
const step = fc.constantFrom(...steps.map(({ id }) => idOf(id)));
const write1 = <T extends unknown[]>(
  of: { [K in keyof T]: fc.Arbitrary<T[K]> },
  sql: (...values: T) => string,
) => fc.tuple<T>(...of).map((values) => sql(...values));

/** Everything that may happen to what a project's standing is read from. */
const anyWrite = fc.oneof(
  write1(
    [step, day],
    (id: string, on: CivilDate) =>
      `UPDATE milestones SET actual_on = '${on}', evidence = 'x' WHERE id = '${id}'`,
  ),
  write1(
    [step, day],
    (id: string, on: CivilDate) => `UPDATE milestones SET baseline_on = '${on}' WHERE id = '${id}'`,
  ),
  write1(
    [step, day],
    (id: string, on: CivilDate) => `UPDATE milestones SET cancelled_on = '${on}' WHERE id = '${id}'`,
  ),
  write1(
    [step, project],
    (id: string, to: string) =>
      `UPDATE milestones SET project_id = '${to}', position = 100 + (SELECT count(*) FROM milestones) WHERE id = '${id}'`,
  ),
  write1(
    [step, day, day],
    (id: string, on: CivilDate, to: CivilDate) =>
      `INSERT INTO milestone_forecasts (id, milestone_id, reported_on, forecast_on) SELECT gen_random_uuid(), id, '${on}', '${to}' FROM milestones WHERE id = '${id}'`,
  ),
  write1(
    [step, day, day],
    (id: string, on: CivilDate, to: CivilDate) =>
      `INSERT INTO milestone_baselines (id, milestone_id, approved_on, baseline_on) SELECT gen_random_uuid(), id, '${on}', '${to}' FROM milestones WHERE id = '${id}'`,
  ),
  write1([step], (id: string) => `DELETE FROM milestone_forecasts WHERE milestone_id = '${id}'`),
  write1(
    [step],
    (id: string) =>
      `DELETE FROM milestone_forecasts WHERE milestone_id = '${id}'; DELETE FROM milestone_baselines WHERE milestone_id = '${id}'; DELETE FROM milestones WHERE id = '${id}'`,
  ),
  write1(
    [project, day],
    (id: string, on: CivilDate) =>
      `INSERT INTO project_updates (id, project_id, on_date, text_en) VALUES (gen_random_uuid(), '${id}', '${on}', 'word')`,
  ),
  write1(
    [project, day],
    (id: string, on: CivilDate) =>
      `UPDATE projects SET stage = 'CANCELLED', cancelled_on = '${on}' WHERE id = '${id}'`,
  ),
  write1([project], (id: string) => `UPDATE projects SET park_id = '${idOf("south")}' WHERE id = '${id}'`),
  write1(
    [project, fc.nat({ max: 9 })],
    (id: string, n: number) =>
      `UPDATE projects SET code = 'P' || '${n}' || right(id::text, 4) WHERE id = '${id}'`,
  ),
  write1(
    [project, fc.nat({ max: 99 })],
    (id: string, n: number) =>
      `INSERT INTO projects (id, code, title_en, park_id) SELECT gen_random_uuid(), 'N${n}' || count(*), 'New', max(park_id::text)::uuid FROM projects WHERE id = '${id}'`,
  ),
);

describe("the courses that are kept", () => {
  it("say what reading everything again says, whatever is written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 3 }), async (writes) => {
        for (const sql of writes) await tryWrite(sql);
        await expectRecount(viewer);
        await expectRecount(north);
        await expectRecount(viewer, { level: "PARK", parkId: idOf("south") });
        await expectRecount(viewer, { level: "BUILDING", buildingId: idOf("none") });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("see a write that was open while they were read, as soon as it is committed", async () => {
    const first = await ownerClient();
    await begin(first);
    await first.query(
      `UPDATE milestones SET actual_on = '2022-06-01', evidence = 'x' WHERE id = '${idOf("a1")}'`,
    );
    await write(
      `UPDATE milestones SET actual_on = '2022-06-01', evidence = 'x' WHERE id = '${idOf("b1")}'`,
      second,
    );
    const done = async () => (await getPortfolioSeries(viewer, [d("2022-07-01")]))[0]?.done;
    expect(await done()).toBe(1);
    await first.query("COMMIT");
    expect(await done()).toBe(2);
  });

  it("show whoever wrote what they wrote, however many ask meanwhile", async () => {
    const asked: Promise<unknown>[] = [];
    for (const { id } of steps) {
      asked.push(getPortfolioSeries(viewer, days));
      await write(`UPDATE milestones SET actual_on = '2022-06-01', evidence = 'x' WHERE id = '${idOf(id)}'`);
      asked.push(getPortfolioSeries(north, days));
      await expectRecount(viewer);
    }
    await Promise.all(asked);
  });

  it("are read anew once the database is another", async () => {
    expect((await getPortfolioSeries(viewer, [d("2022-07-01")]))[0]?.projects).toBe(4);
    await resetDatabase();
    expect((await getPortfolioSeries(viewer, [d("2022-07-01")]))[0]?.projects).toBe(0);
  });
});
