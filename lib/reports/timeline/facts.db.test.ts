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
});
