import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { computePortfolio, computeProjectProgress } from "@/lib/reports/progress/compute";
import { getKnown } from "@/lib/reports/progress/known";
import type { MilestoneFact, ProjectFact } from "@/lib/reports/progress/types";

const d = (text: string) => toCivil(text);
const ON = d("2022-11-01");
const milestone = (id: string, weight: string, baseline: string, changes: Partial<MilestoneFact> = {}) => ({
  id,
  weight,
  cancelledOn: null,
  originalBaseline: d(baseline),
  baseline: d(baseline),
  forecast: null,
  actual: null,
  ...changes,
});
const project = (milestones: MilestoneFact[], changes: Partial<ProjectFact> = {}): ProjectFact => ({
  id: "project",
  stage: "ACTIVE",
  cancelledOn: null,
  recordedOn: d("2022-01-01"),
  activityOn: [d("2022-10-30")],
  milestones,
  ...changes,
});
const at = (milestones: MilestoneFact[], changes: Partial<ProjectFact> = {}, on: CivilDate = ON) =>
  computeProjectProgress(project(milestones, changes), on);
const rag = (
  changes: Partial<MilestoneFact>,
  stage: ProjectFact["stage"] = "ACTIVE",
  baseline = "2022-12-31",
) => {
  const [only] = at([milestone("m", "1", baseline, changes)], { stage }).milestones;
  return [only?.rag, ...(only?.reasons.map(({ code, params }) => `${code} ${params.days}`) ?? [])];
};

describe("progress against the plan", () => {
  it("weighs what is done and what was due, the cancelled on neither side", () => {
    const figures = at([
      milestone("done", "20", "2022-06-30", { actual: d("2022-06-20") }),
      milestone("late", "30", "2022-11-01"),
      milestone("ahead", "50", "2023-06-30"),
      milestone("dropped", "100", "2022-01-31", { cancelledOn: d("2022-03-01") }),
    ]);
    // done 20 / 100; planned (20 + 30, its baseline is the day itself) / 100; 20 − 50 = −30 points; 20 / 50
    expect(figures).toMatchObject({ progress: 0.2, planned: 0.5, variancePoints: -30, spi: 0.4 });
  });

  it("counts a milestone until its cancellation, and an actual from its day", () => {
    const milestones = [
      milestone("a", "1", "2022-06-30", { actual: d("2022-11-01") }),
      milestone("b", "1", "2022-06-30", { cancelledOn: d("2022-11-01") }),
    ];
    expect(at(milestones)).toMatchObject({ progress: 1, planned: 1 });
    expect(at(milestones, {}, d("2022-10-31"))).toMatchObject({
      progress: 0,
      planned: 1,
      variancePoints: -100,
    });
    expect(at(milestones, {}, d("2022-10-31")).milestones[0]?.actual).toBeNull();
  });

  it("adds up weights with decimals exactly", () => {
    const thirds = ["33.333", "33.333", "33.334"].map((weight, i) =>
      milestone(`${i}`, weight, "2022-06-30", i < 2 ? { actual: d("2022-06-30") } : {}),
    );
    expect(at(thirds).progress).toBe(0.66666);
  });

  it("divides by nothing without milestones, and without anything planned", () => {
    expect(at([])).toMatchObject({
      progress: null,
      planned: null,
      variancePoints: null,
      spi: null,
      finishSlipDays: null,
      originalFinishSlipDays: null,
      finishOn: null,
      rag: "GREY",
    });
    expect(at([milestone("a", "1", "2023-01-31")])).toMatchObject({
      planned: 0,
      variancePoints: 0,
      spi: null,
    });
  });
});

describe("finish slip", () => {
  it("runs from the last baseline to the last expected finish, in days", () => {
    const figures = at([
      milestone("done", "1", "2022-09-30", { actual: d("2022-10-10") }),
      milestone("last", "1", "2023-03-31", {
        forecast: d("2023-04-30"),
        originalBaseline: d("2022-12-31"),
      }),
    ]);
    // 2023-03-31 → 04-30 is 30 days; from the original 2022-12-31 it is 120
    expect(figures).toMatchObject({
      finishSlipDays: 30,
      originalFinishSlipDays: 120,
      finishOn: "2023-04-30",
    });
  });

  it("still shows the days on a late project whose SPI is back at 1", () => {
    const late = milestone("a", "1", "2022-06-30", { actual: d("2022-09-30"), forecast: d("2022-08-31") });
    // 2022-06-30 → 09-30: 92 days
    expect(at([late])).toMatchObject({ spi: 1, variancePoints: 0, finishSlipDays: 92 });
  });

  it("is negative when early, and forgets a cancelled last milestone", () => {
    const figures = at([
      milestone("a", "1", "2023-01-31", { forecast: d("2023-01-21") }),
      milestone("b", "1", "2024-01-31", { cancelledOn: ON }),
    ]);
    expect(figures.finishSlipDays).toBe(-10);
  });
});

describe("a milestone's colour", () => {
  it("is red from the day after its baseline until it is done, whatever the forecast", () => {
    expect(rag({}, "ACTIVE", "2022-10-31")).toEqual(["RED", "MILESTONE_OVERDUE 1"]);
    expect(rag({ forecast: d("2022-11-20") }, "ACTIVE", "2022-10-31")).toEqual([
      "RED",
      "MILESTONE_OVERDUE 1",
      "FORECAST_LATE 20",
    ]);
    expect(rag({ actual: d("2022-11-01") }, "ACTIVE", "2022-10-31")).toEqual(["DONE"]);
  });

  it("is red with a forecast 31 days behind, amber from 30 to 1, green on it", () => {
    expect(rag({ forecast: d("2023-01-31") })).toEqual(["RED", "FORECAST_LATE 31"]);
    expect(rag({ forecast: d("2023-01-30") })).toEqual(["AMBER", "FORECAST_LATE 30"]);
    expect(rag({ forecast: d("2023-01-01") })).toEqual(["AMBER", "FORECAST_LATE 1"]);
    expect(rag({ forecast: d("2022-12-31") })).toEqual(["GREEN"]);
  });

  it("is amber from 7 days before the baseline to the day itself", () => {
    expect(rag({}, "ACTIVE", "2022-11-09")).toEqual(["GREEN"]);
    expect(rag({}, "ACTIVE", "2022-11-08")).toEqual(["AMBER", "MILESTONE_DUE_SOON 7"]);
    expect(rag({}, "ACTIVE", "2022-11-01")).toEqual(["AMBER", "MILESTONE_DUE_SOON 0"]);
  });

  it("is grey before the project begins, unless it is late already", () => {
    expect(rag({}, "PROPOSED")).toEqual(["GREY"]);
    expect(rag({}, "APPROVED")).toEqual(["GREY"]);
    expect(rag({}, "APPROVED", "2022-10-01")[0]).toBe("RED");
    expect(rag({ cancelledOn: ON }, "ACTIVE", "2022-10-01")).toEqual(["CANCELLED"]);
  });
});

describe("a project's colour", () => {
  const done = (weight: string) => milestone("done", weight, "2022-06-30", { actual: d("2022-06-30") });
  const overdue = (weight: string) => milestone("overdue", weight, "2022-10-01");
  const codes = ({ ragReasons }: { ragReasons: { code: string; level: string }[] }) =>
    ragReasons.map(({ code, level }) => `${level} ${code}`);

  it("is red for a red milestone with a tenth of the weight", () => {
    const figures = at([done("90"), overdue("10")]);
    // 90 − 100 = −10 points: not below −10, but below −5
    expect(figures).toMatchObject({ rag: "RED", variancePoints: -10 });
    expect(codes(figures)).toEqual(["RED MILESTONE_OVERDUE", "AMBER VARIANCE_BELOW"]);
  });

  it("is amber for a red milestone of less weight", () => {
    const figures = at([done("96"), overdue("4")]);
    expect(figures).toMatchObject({ rag: "AMBER", variancePoints: -4 });
    expect(codes(figures)).toEqual(["AMBER MILESTONE_OVERDUE"]);
  });

  it("is red below −10 points though no milestone weighs a tenth", () => {
    const light = ["a", "b"].map((id) => milestone(id, "6", "2022-10-01"));
    const figures = at([done("88"), ...light]);
    expect(figures).toMatchObject({ rag: "RED", variancePoints: -12 });
    expect(codes(figures)[0]).toBe("RED VARIANCE_BELOW");
  });

  it("is amber for any amber milestone, and green without a reason", () => {
    expect(at([done("99"), milestone("soon", "1", "2022-11-05")]).rag).toBe("AMBER");
    expect(at([done("99"), milestone("later", "1", "2023-11-05")])).toMatchObject({
      rag: "GREEN",
      ragReasons: [],
    });
  });

  it("is grey after 30 days of silence, but a late one stays red", () => {
    const later = [milestone("later", "1", "2023-11-05")];
    expect(at(later, { activityOn: [d("2022-10-03")] }).rag).toBe("GREEN");
    const silent = at(later, { activityOn: [d("2022-10-02"), d("2022-11-02")] });
    expect(silent.ragReasons).toEqual([
      { code: "SILENT", level: "GREY", milestoneId: null, params: { days: 30 } },
    ]);
    expect(silent.rag).toBe("GREY");
    expect(at([overdue("1")], { activityOn: [] }).rag).toBe("RED");
  });

  it("is never silent before its record began, nor in its first 30 days, nor when delivered", () => {
    const later = [milestone("later", "1", "2023-11-05")];
    expect(at(later, { activityOn: [], recordedOn: d("2024-01-01") }).rag).toBe("GREEN");
    expect(at(later, { activityOn: [], recordedOn: d("2022-10-03") }).rag).toBe("GREEN");
    expect(at(later, { activityOn: [], recordedOn: d("2022-10-02") }).rag).toBe("GREY");
    expect(at([done("1")], { activityOn: [], stage: "DELIVERED" }).rag).toBe("GREEN");
  });

  it("is grey once cancelled, and was what it was before", () => {
    const changes = { stage: "CANCELLED", cancelledOn: d("2022-10-15") } as const;
    expect(codes(at([overdue("1")], changes))).toEqual(["GREY PROJECT_CANCELLED"]);
    expect(at([overdue("1")], changes, d("2022-10-14")).rag).toBe("RED");
  });

  it("owes nothing once cancelled: what is not done is grey, neither overdue nor coming", () => {
    const changes = { stage: "CANCELLED", cancelledOn: d("2022-10-15") } as const;
    const plan = [done("1"), overdue("1"), milestone("coming", "1", "2022-11-20")];
    const told = (on: CivilDate) =>
      at(plan, changes, on).milestones.map(({ rag, overdue, upcoming }) => ({ rag, overdue, upcoming }));
    expect(told(d("2022-10-14"))).toEqual([
      { rag: "DONE", overdue: false, upcoming: false },
      { rag: "RED", overdue: true, upcoming: false },
      { rag: "GREEN", overdue: false, upcoming: true },
    ]);
    expect(told(d("2022-10-15"))).toEqual([
      { rag: "DONE", overdue: false, upcoming: false },
      { rag: "GREY", overdue: false, upcoming: false },
      { rag: "GREY", overdue: false, upcoming: false },
    ]);
  });

  it("follows the office's own thresholds", () => {
    const facts = project([done("96"), overdue("4")]);
    const strict = {
      redForecastDays: 30,
      dueSoonDays: 7,
      redWeightShare: 0.04,
      redVariancePoints: -10,
      amberVariancePoints: -5,
      silentDays: 30,
      upcomingDays: 90,
    };
    expect(computeProjectProgress(facts, ON, strict).rag).toBe("RED");
  });
});

describe("what was known on a day", () => {
  const changes = [
    { reportedOn: d("2022-03-01"), value: "second" },
    { reportedOn: d("2022-01-01"), value: "first" },
    { reportedOn: d("2022-06-01"), value: "third" },
  ];

  it("is the latest change by then, and the first before all of them", () => {
    const days = ["2021-01-01", "2022-01-01", "2022-02-28", "2022-03-01", "2023-01-01"];
    expect(days.map((on) => getKnown(changes, d(on)))).toEqual([
      "first",
      "first",
      "first",
      "second",
      "third",
    ]);
    expect(getKnown([], ON)).toBeNull();
  });
});

describe("over many projects", () => {
  const soon = milestone("soon", "1", "2023-01-30");
  const late = milestone("late", "1", "2022-10-01", { forecast: d("2022-11-15") });
  const far = milestone("far", "1", "2023-01-31");
  const pulled = milestone("pulled", "1", "2023-06-30", { forecast: d("2022-12-31") });

  it("counts colours and lists what is overdue and what comes within 90 days", () => {
    const { rags, overdue, upcoming } = computePortfolio([at([soon, late, far, pulled]), at([]), at([far])]);
    expect(rags).toEqual({ RED: 1, AMBER: 0, GREY: 1, GREEN: 1 });
    expect(overdue.map(({ id }) => id)).toEqual(["late"]);
    expect(upcoming.map(({ id }) => id)).toEqual(["soon", "pulled"]);
  });

  it("keeps every figure within its range, in any order of milestones", () => {
    const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(ON, n));
    const maybe = fc.option(day, { nil: null });
    const anyMilestone = fc
      .record({
        weight: fc.integer({ min: 1, max: 99_999 }),
        cancelledOn: fc.option(day, { freq: 1, nil: null }),
        originalBaseline: day,
        baseline: day,
        forecast: maybe,
        actual: maybe,
      })
      .map(({ weight, ...rest }) => ({ id: "", weight: (weight / 1000).toFixed(3), ...rest }));
    fc.assert(
      fc.property(fc.array(anyMilestone, { maxLength: 8 }), (list) => {
        const milestones = list.map((fact, i) => ({ ...fact, id: `m${i}` }));
        const figures = at(milestones);
        const { milestones: _, ragReasons: __, ...sums } = figures;
        expect(at([...milestones].reverse())).toMatchObject(sums);
        const { progress, planned, variancePoints } = figures;
        if (progress === null || planned === null || variancePoints === null)
          return milestones.every(({ cancelledOn }) => cancelledOn !== null && cancelledOn <= ON);
        expect(progress >= 0 && progress <= 1 && planned >= 0 && planned <= 1).toBe(true);
        expect(variancePoints).toBeCloseTo((progress - planned) * 100, 9);
        const shares = figures.milestones.reduce((sum, { weightShare }) => sum + (weightShare ?? 0), 0);
        expect(shares).toBeCloseTo(1, 9);
        expect(figures.rag === "GREEN").toBe(figures.ragReasons.length === 0);
        return true;
      }),
    );
  });
});
