import { beforeEach, expect, it } from "vitest";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { completeMilestone, createMilestone, forecastMilestone } from "@/lib/domain/milestones/service";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { resetDatabase } from "@/lib/testing/database";
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
  await completeMilestone(system, { id, version: 2, actualOn: day("2022-09-02"), evidence: null });
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
