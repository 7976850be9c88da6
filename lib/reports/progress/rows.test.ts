import { describe, expect, it } from "vitest";
import { d } from "@/lib/reports/occupancy/test-facts";
import { computeProjectProgress } from "@/lib/reports/progress/compute";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import { countMilestones, type ProjectHistory, toProjectFact } from "@/lib/reports/progress/history";
import { listMilestoneRows, listProjectRows, toReasonValues, toSpan } from "@/lib/reports/progress/rows";

const milestone = (id: string, baseline: string, actual: string | null = null) => ({
  ...{ id, titleZh: `里程碑${id}`, titleEn: null, weight: "1.000", cancelledOn: null, forecast: null },
  ...{ originalBaseline: d("2022-01-01"), baseline: d(baseline), actual: actual === null ? null : d(actual) },
  baselines: [{ reportedOn: d("2022-01-01"), value: d(baseline) }],
  forecasts: [],
  ...{ shown: true, noEvidenceReason: null },
});

function project(code: string, milestones: ProjectHistory["milestones"]): ProjectHistory {
  const nobody = {
    leadId: null,
    leadZh: null,
    leadEn: null,
    parkId: null,
    park: null,
    parkZh: null,
    parkEn: null,
  };
  return {
    ...{ id: code, code, titleZh: null, titleEn: code, cluster: "OTHER", stage: "ACTIVE", cancelledOn: null },
    ...{ ...nobody, createdOn: d("2022-10-20"), updatesOn: [], milestones },
  };
}

function report(history: ProjectHistory, on = d("2022-11-01")): ProjectReport {
  const { milestones, ...progress } = computeProjectProgress(toProjectFact(history, on), on);
  const titles = { titleZh: null, titleEn: "Step", unshown: false, noEvidenceReason: null };
  return { ...history, progress, milestones: milestones.map((one) => ({ ...one, ...titles })) };
}

describe("a project's history", () => {
  it("begins with the first word on it, also when it was entered later", () => {
    const fact = toProjectFact(project("A", [milestone("1", "2022-12-01")]), d("2022-11-01"));
    expect(fact.recordedOn).toBe("2022-01-01");
    expect(fact.activityOn).toEqual(["2022-01-01"]);
  });

  it("counts what was due and what was done", () => {
    const history = project("A", [
      milestone("1", "2022-05-01", "2022-04-20"),
      milestone("2", "2022-06-01"),
      milestone("3", "2022-12-01", "2022-10-01"),
    ]);
    const on = d("2022-11-01");
    // due: 1 and 2; done: 1 and 3; due and done: 1
    expect(countMilestones([toProjectFact(history, on)], on)).toEqual({
      milestones: 3,
      due: 2,
      done: 2,
      dueDone: 1,
    });
  });
});

describe("the rows of the progress report", () => {
  const late = report(project("B", [milestone("1", "2022-05-01")]));
  const done = report(project("C", [milestone("2", "2022-05-01", "2022-05-10")]));
  const soon = report(project("A", [milestone("3", "2022-12-01")]));
  const say = (key: string, values: Record<string, string | number>) => `${key} ${values.milestone}`;

  it("put the gravest first, with their reasons in words", () => {
    const rows = listProjectRows([soon, done, late], "en", say);
    expect(rows[0]?.project.code).toBe("B");
    expect(rows[0]?.reasons).toContain("metrics.reasons.MILESTONE_OVERDUE Step");
    expect(listProjectRows([soon, done, late], "en", say, "RED").length).toBe(1);
  });

  it("say how far behind they are as every figure is written", () => {
    const reason = { code: "VARIANCE_BELOW", level: "AMBER", milestoneId: null } as const;
    const values = toReasonValues({ ...reason, params: { points: -9.0909, threshold: -5 } }, "en");
    expect(values).toEqual({ points: "−9.09", threshold: "−5.00" });
    expect(toReasonValues({ ...reason, code: "SILENT", params: { days: 31 } }, "zh")).toEqual({ days: 31 });
  });

  it("list what is overdue and what comes", () => {
    expect(listMilestoneRows([soon, done, late], "overdue").map(({ project: { code } }) => code)).toEqual([
      "B",
    ]);
    expect(listMilestoneRows([soon, done, late], "upcoming").map(({ project: { code } }) => code)).toEqual([
      "A",
    ]);
  });

  it("draw a finished project to its actual, an open one to its forecast", () => {
    expect(toSpan(done)).toMatchObject({
      baselineOn: "2022-05-01",
      actualOn: "2022-05-10",
      forecastOn: null,
    });
    expect(toSpan(late)).toMatchObject({ startsOn: null, actualOn: null, forecastOn: "2022-05-01" });
    expect(toSpan(report(project("D", [])))).toBeNull();
  });
});
