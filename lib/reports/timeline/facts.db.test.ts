import { beforeEach, expect, it } from "vitest";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { completeMilestone, createMilestone, forecastMilestone } from "@/lib/domain/milestones/service";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { countStatements } from "@/lib/testing/statements";
import { listTimeline, listTrends } from "./facts";
import { timelineSchema } from "./filter";

beforeEach(resetDatabase);

const day = toCivil;
const parse = (given: object = {}) => timelineSchema.parse(given);

/** A milestone due on 2022-06-30, as it was said on 2022-01-01. */
async function make(projectId: string, titleEn: string, weight = "1") {
  const input = { projectId, titleEn, weight, baselineOn: "2022-06-30" };
  const { id } = await createMilestone(
    system,
    createMilestoneSchema.parse(input),
    undefined,
    day("2022-01-01"),
  );
  return id;
}

const forecast = (id: string, version: number, reportedOn: string, forecastOn: string) =>
  forecastMilestone(system, {
    ...{ id, version, note: null },
    ...{ reportedOn: day(reportedOn), forecastOn: day(forecastOn) },
  });

async function makeAgreement(code: string) {
  const data = { code, titleEn: `MOU ${code}`, signedOn: new Date("2022-11-01") };
  return openChangeSet(system, { verb: "projects.create" }, (tx) =>
    tx.agreement.create({ data, select: { id: true } }),
  );
}

it("stands in the order of its groups, as it was known on the day, late and critical ones told", async () => {
  const [agreement, park] = [await makeAgreement("AG-1"), await makePark()];
  const [loose, under] = [
    await makeProject({ parkId: park.id }),
    await makeProject({ agreementId: agreement.id }),
  ];
  await make(loose.id, "Alone");
  const late = await make(under.id, "Late", "2");
  await make(under.id, "In time");
  await forecast(late, 1, "2022-05-01", "2022-08-31");
  const list = async (given: object, on: string) =>
    (await listTimeline(system, parse(given), day(on))).rows.map(
      ({ milestone, slipDays, critical }) => `${milestone.titleEn} ${slipDays} ${critical}`,
    );
  // Nobody had said anything of a delay on 1 March; on 1 June it was 31 August, 62 days later.
  expect(await list({}, "2022-03-01")).toEqual(["Late null false", "In time null false", "Alone null false"]);
  expect(await list({}, "2022-06-01")).toEqual(["Late 62 true", "In time null false", "Alone null false"]);
  expect((await list({ by: "park" }, "2022-06-01"))[0]).toBe("Alone null false");
  expect(await list({ show: "late" }, "2022-06-01")).toEqual(["Late 62 true"]);
  expect(await list({ park: park.code }, "2022-06-01")).toEqual(["Alone null false"]);
  expect(await list({ agreement: agreement.id }, "2022-06-01")).toHaveLength(2);
});

it("asks as few queries for twenty projects as for two, and is not for a firm", async () => {
  const [one, two] = [await makeProject(), await makeProject()];
  for (const { id } of [one, two]) await make(id, "One");
  const ask = () => listTimeline(system, parse(), day("2022-06-01"));
  const few = await countStatements(ask);
  for (let n = 0; n < 18; n += 1) await make((await makeProject()).id, `No. ${n}`);
  expect(await countStatements(ask)).toBe(few);
  expect((await listTimeline(system, parse({ pageSize: 5 }), day("2022-06-01"))).projects).toBe(20);
  const firm = await makeFirm();
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  await expect(listTimeline(viewer, parse(), day("2022-06-01"))).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("a trend is what was known on the day, of milestones within reach alone", async () => {
  const [firm, park] = [await makeFirm(), await makePark()];
  const own = await makeProject({ leadId: firm.id, parkId: park.id });
  const [id, foreign] = [await make(own.id, "Roof"), await make((await makeProject()).id, "Other")];
  await forecast(id, 1, "2022-05-01", "2022-08-31");
  await completeMilestone(system, {
    id,
    version: 2,
    actualOn: day("2022-09-02"),
    evidence: "Protocol 7",
    noEvidenceReason: null,
  });
  const told = async (on: string, viewer = system) =>
    (await listTrends(viewer, [id, foreign], day(on))).map(({ points }) =>
      points.map((point) => `${point.on} ${point.expectedOn}`),
    );
  const first = "2022-01-01 2022-06-30";
  expect(await told("2022-03-01")).toEqual([[first], [first]]);
  expect((await told("2022-06-01"))[0]).toEqual([first, "2022-05-01 2022-08-31"]);
  expect((await told("2022-10-01"))[0]?.at(-1)).toBe("2022-09-02 2022-09-02");
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  expect(await told("2022-06-01", viewer)).toHaveLength(1);
});

/** Projects of ten milestones each, of which every hundredth project's last one is forecast behind its baseline. */
async function makeMany(projects: number) {
  const client = await ownerClient();
  await client.query(`BEGIN;
    WITH header AS (
      INSERT INTO change_sets (id, verb, via, actor_name) VALUES (gen_random_uuid(), 'test', 'SYSTEM', 'test') RETURNING id)
    SELECT set_config('tenantry.change_set', id::text, true) FROM header;
    INSERT INTO projects (id, code, title_en)
      SELECT gen_random_uuid(), 'T' || lpad(n::text, 5, '0'), 'Project ' || n FROM generate_series(1, ${projects}) AS n;
    INSERT INTO milestones (id, project_id, position, title_en, weight, original_baseline_on, baseline_on)
      SELECT gen_random_uuid(), p.id, m, 'Step ' || m, 1, '2023-01-31'::date + m, '2023-01-31'::date + m
      FROM projects p, generate_series(1, 10) AS m;
    INSERT INTO milestone_forecasts (id, milestone_id, reported_on, forecast_on)
      SELECT gen_random_uuid(), m.id, '2022-03-01', '2023-12-31' FROM milestones m JOIN projects p ON p.id = m.project_id
      WHERE m.position = 10 AND p.code LIKE '%00';
    COMMIT; ANALYZE`);
}

it("draws one page of 600 projects with 6,000 milestones in three statements, and finds the late ones on any", async () => {
  await makeMany(600);
  const list = (given: object) => listTimeline(system, parse(given), day("2022-11-01"));
  const page = await list({ pageSize: 120 });
  expect(await countStatements(() => list({ pageSize: 120 }))).toBe(3);
  expect([page.rows.length, page.projects]).toEqual([1200, 600]);
  const last = await list({ pageSize: 120, page: 5 });
  expect(last.rows.at(-1)?.project.code).toBe("T00600");
  // Projects 100, 200 … 600: one late milestone each, two projects a page.
  const late = await list({ show: "late", pageSize: 2, page: 3 });
  expect(late.projects).toBe(6);
  expect(late.rows.map(({ project }) => project.code)).toEqual(["T00500", "T00600"]);
  expect(await countStatements(() => list({ show: "late", pageSize: 2 }))).toBe(3);
});

/** Projects whose milestones' days are all near the day of asking, so that every rule about them is met both ways. */
async function makeWorld(seed: number) {
  const client = await ownerClient();
  await client.query(`BEGIN;
    SELECT setseed(${seed / 100});
    WITH header AS (
      INSERT INTO change_sets (id, verb, via, actor_name) VALUES (gen_random_uuid(), 'test', 'SYSTEM', 'test') RETURNING id)
    SELECT set_config('tenantry.change_set', id::text, true) FROM header;
    INSERT INTO projects (id, code, title_en, cluster, stage)
      SELECT gen_random_uuid(), 'W' || n, 'World ' || n, (ARRAY['BIOMEDICINE', 'OTHER'])[1 + n % 2]::cluster,
        (ARRAY['ACTIVE', 'ACTIVE', 'PROPOSED', 'CANCELLED'])[1 + floor(random() * 4)]::project_stage
      FROM generate_series(1, 60) AS n;
    INSERT INTO milestones (id, project_id, position, title_en, weight, original_baseline_on, baseline_on, forecast_on,
        actual_on, cancelled_on, evidence)
      SELECT gen_random_uuid(), p.id, m, 'Step ' || m, (ARRAY[0.5, 1, 12, 1.125])[1 + floor(random() * 4)], b, b,
        CASE WHEN random() < 0.3 THEN b + floor(random() * 80 - 20)::int END,
        CASE WHEN random() < 0.3 THEN b + floor(random() * 60 - 30)::int END,
        CASE WHEN random() < 0.2 THEN b + floor(random() * 60 - 30)::int END, 'Protocol'
      FROM projects p, generate_series(1, 2) AS m, LATERAL (
        SELECT '2022-11-01'::date + floor(random() * 300 - 20)::int + m - length(p.code) AS b) days;
    INSERT INTO milestone_forecasts (id, milestone_id, reported_on, forecast_on)
      SELECT gen_random_uuid(), m.id, '2022-10-20'::date + n * 8,
        CASE WHEN random() < 0.8 THEN m.baseline_on + floor(random() * 80 - 30)::int END
      FROM milestones m, generate_series(1, 3) AS n WHERE random() < 0.4;
    INSERT INTO milestone_baselines (id, milestone_id, approved_on, baseline_on)
      SELECT gen_random_uuid(), m.id, '2022-10-20'::date + n * 8, m.baseline_on + floor(random() * 60 - 30)::int
      FROM milestones m, generate_series(1, 3) AS n WHERE random() < 0.3;
    COMMIT`);
}

it("picks in the database the projects that have a late milestone, or a critical one, as compute tells them", async () => {
  let [seen, of] = [0, 0];
  for (const seed of [1, 2, 3]) {
    await resetDatabase();
    await makeWorld(seed);
    for (const on of ["2022-10-27", "2022-11-01", "2022-12-15"].map(day)) {
      const all = (await listTimeline(system, parse({ by: "cluster" }), on, true)).rows;
      for (const show of ["late", "critical"] as const) {
        const told = all.filter((row) => row[show]).map(({ milestone }) => milestone.id);
        const asked = parse({ by: "cluster", show, pageSize: 7 });
        const whole = await listTimeline(system, asked, on, true);
        expect(whole.rows.map(({ milestone }) => milestone.id)).toEqual(told);
        const projects = new Set(whole.rows.map(({ project }) => project.id));
        const paged = await listTimeline(system, { ...asked, page: 2 }, on);
        expect(paged.projects).toBe(projects.size);
        expect([...new Set(paged.rows.map(({ project }) => project.id))]).toEqual([...projects].slice(7, 14));
        seen += projects.size;
        of += new Set(all.map(({ project }) => project.id)).size;
      }
    }
  }
  // Some have one and some have none, or the worlds would show nothing.
  expect(seen).toBeGreaterThan(of / 5);
  expect(seen).toBeLessThan((of * 4) / 5);
});
