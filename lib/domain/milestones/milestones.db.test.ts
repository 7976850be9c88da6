import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeMilestone, makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { getMilestone } from "./queries";
import { rebaselineMilestoneSchema } from "./schema";
import { cancelMilestone, completeMilestone, forecastMilestone, rebaselineMilestone } from "./service";

beforeEach(resetDatabase);

const day = toCivil;
const rebaseline = (id: string, version: number, baselineOn: string, approvedOn: string, viewer = system) =>
  rebaselineMilestone(
    viewer,
    rebaselineMilestoneSchema.parse({
      id,
      version,
      baselineOn,
      approvedOn,
      reason: `Approved ${approvedOn}`,
    }),
  );
const baselines = async (milestoneId: string) =>
  (await db.milestoneBaseline.findMany({ where: { milestoneId }, orderBy: { approvedOn: "asc" } })).map(
    ({ approvedOn, baselineOn, reason }) => [
      approvedOn.toISOString().slice(0, 10),
      baselineOn.toISOString().slice(0, 10),
      reason,
    ],
  );

describe("a new baseline", () => {
  it("keeps the original and every earlier one, each under the day it was approved and its reason", async () => {
    const { id } = await makeMilestone();
    const manager = await makeViewer("MANAGER");
    await rebaseline(id, 1, "2026-12-31", "2027-01-10", manager);
    await rebaseline(id, 2, "2027-06-30", "2027-02-20", manager);
    expect(await getMilestone(system, id)).toMatchObject({
      originalBaselineOn: "2022-06-30",
      baselineOn: "2027-06-30",
      version: 3,
    });
    expect(await baselines(id)).toEqual([
      [todayInZone(), "2022-06-30", null],
      ["2027-01-10", "2026-12-31", "Approved 2027-01-10"],
      ["2027-02-20", "2027-06-30", "Approved 2027-02-20"],
    ]);
  });

  it("of one day replaces that day's own, so that a slip of the pen leaves one", async () => {
    const { id } = await makeMilestone();
    await rebaseline(id, 1, "2026-12-31", "2027-01-10");
    await rebaseline(id, 2, "2026-12-30", "2027-01-10");
    expect((await baselines(id)).slice(1)).toEqual([["2027-01-10", "2026-12-30", "Approved 2027-01-10"]]);
  });

  it("wants a reason, a manager's role, and a milestone that is not done or cancelled", async () => {
    const { id } = await makeMilestone();
    const without = rebaselineMilestoneSchema.safeParse({
      id,
      version: 1,
      baselineOn: "2022-12-31",
      reason: " ",
    });
    expect(without.error?.issues[0]?.path).toEqual(["reason"]);
    const officer = await makeViewer("OFFICER");
    const again = (version: number, viewer = system) =>
      rebaseline(id, version, "2022-12-31", "2022-07-01", viewer);
    await expect(again(1, officer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await completeMilestone(system, {
      id,
      version: 1,
      actualOn: day("2022-06-30"),
      evidence: "Protocol 7",
      noEvidenceReason: null,
    });
    await expect(again(2)).rejects.toMatchObject({ message: "milestones.errors.done" });
    await completeMilestone(system, {
      id,
      version: 2,
      actualOn: null,
      evidence: null,
      noEvidenceReason: null,
    });
    await cancelMilestone(system, { id, version: 3, cancelledOn: day("2022-07-01"), reason: "Not wanted" });
    await expect(again(4)).rejects.toMatchObject({ message: "milestones.errors.cancelled" });
    expect(await baselines(id)).toHaveLength(1);
  });

  it("that another editor overtook is refused and kept nowhere", async () => {
    const { id } = await makeMilestone();
    await rebaseline(id, 1, "2026-12-31", "2027-01-10");
    await expect(rebaseline(id, 1, "2030-12-31", "2027-03-10")).rejects.toMatchObject({ code: "STALE" });
    expect(await baselines(id)).toHaveLength(2);
  });
});

it("keeps every forecast under the day it was reported, and the last of a day", async () => {
  const { id } = await makeMilestone();
  const report = (version: number, reportedOn: string, forecastOn: string | null) =>
    forecastMilestone(system, {
      id,
      version,
      reportedOn: day(reportedOn),
      forecastOn: forecastOn ? day(forecastOn) : null,
      note: null,
    });
  await report(1, "2022-03-01", "2022-07-31");
  await report(2, "2022-04-01", "2022-08-31");
  await report(3, "2022-04-01", "2022-09-30");
  const kept = await db.milestoneForecast.findMany({
    where: { milestoneId: id, reportedOn: { lt: new Date("2023-01-01") } },
    orderBy: { reportedOn: "asc" },
  });
  expect(kept.map(({ forecastOn }) => forecastOn?.toISOString().slice(0, 10))).toEqual([
    "2022-07-31",
    "2022-09-30",
  ]);
  expect(await getMilestone(system, id)).toMatchObject({ forecastOn: "2022-09-30" });
});

it("is not done on a day that has not come", async () => {
  const { id } = await makeMilestone();
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await expect(
    completeMilestone(system, {
      id,
      version: 1,
      actualOn: day(tomorrow),
      evidence: "Protocol 7",
      noEvidenceReason: null,
    }),
  ).rejects.toMatchObject({ fieldErrors: { actualOn: "milestones.errors.future" } });
});

it("of another park's project is as missing to a limited officer", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const { id } = await makeMilestone({ projectId: (await makeProject({ parkId: theirs.id })).id });
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  await expect(
    completeMilestone(officer, {
      id,
      version: 1,
      actualOn: day("2022-06-30"),
      evidence: "Protocol 7",
      noEvidenceReason: null,
    }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await getMilestone(officer, id)).toBeNull();
});
