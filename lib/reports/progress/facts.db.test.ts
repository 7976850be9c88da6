import { beforeEach, describe, expect, it } from "vitest";
import { mintViewer, systemViewer } from "@/lib/platform/auth/viewer";
import { idOf, openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { d } from "@/lib/reports/occupancy/test-facts";
import { getProgressReport, getProjectReport, listProgressPage } from "@/lib/reports/progress/facts";
import { getPortfolioSeries } from "@/lib/reports/progress/facts-portfolio";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

const viewer = systemViewer("test");
const partner = mintViewer({ ...viewer, role: "VIEWER" });

/** One project with two milestones of equal weight, whose second was forecast late and then re-baselined. */
beforeEach(async () => {
  await resetDatabase();
  const client = await ownerClient();
  await client.query("BEGIN");
  await openTestChangeSet(client);
  await client.query(`
    INSERT INTO projects (id, code, title_en, created_at) VALUES ('${idOf("p")}', 'P-1', 'One', '2022-01-01T00:00:00Z');
    INSERT INTO milestones (id, project_id, position, title_en, weight, original_baseline_on, baseline_on, forecast_on, actual_on, evidence)
    VALUES ('${idOf("m1")}', '${idOf("p")}', 1, 'First', 1, '2022-05-01', '2022-05-01', NULL, '2022-05-10', 'Protocol 7'),
      ('${idOf("m2")}', '${idOf("p")}', 2, 'Second', 1, '2022-09-01', '2022-12-01', '2022-12-15', NULL, NULL);
    INSERT INTO milestone_baselines (id, milestone_id, approved_on, baseline_on)
    VALUES ('${idOf("b1")}', '${idOf("m2")}', '2022-01-01', '2022-09-01'),
      ('${idOf("b2")}', '${idOf("m2")}', '2022-10-15', '2022-12-01');
    INSERT INTO milestone_forecasts (id, milestone_id, reported_on, forecast_on)
    VALUES ('${idOf("f1")}', '${idOf("m2")}', '2022-08-01', '2022-10-31'),
      ('${idOf("f2")}', '${idOf("m2")}', '2022-10-20', '2022-12-15');
    INSERT INTO project_updates (id, project_id, on_date, text_en)
    VALUES ('${idOf("u")}', '${idOf("p")}', '2022-08-01', 'Late')`);
  await client.query("COMMIT");
});

describe("a project's progress from the database", () => {
  it("uses the baseline and the forecast known on the day", async () => {
    // 1 September: 1 of 2 done, 2 of 2 planned; forecast 31 Oct against 1 Sep: 60 days
    const then = await getProjectReport(viewer, "P-1", d("2022-09-01"));
    expect(then?.progress).toMatchObject({
      progress: 0.5,
      planned: 1,
      variancePoints: -50,
      finishSlipDays: 60,
    });
    // 1 November: the new baseline is 1 Dec, forecast 15 Dec: 14 days; from 1 Sep it is 105
    const now = await getProjectReport(viewer, "P-1", d("2022-11-01"));
    expect(now?.progress).toMatchObject({
      progress: 0.5,
      planned: 0.5,
      finishSlipDays: 14,
      originalFinishSlipDays: 105,
    });
    expect(now?.milestones.map(({ titleEn, rag }) => [titleEn, rag])).toEqual([
      ["First", "DONE"],
      ["Second", "AMBER"],
    ]);
  });

  it("counts the portfolio over time, and shows rows only to those who may see them", async () => {
    const days = [d("2022-04-01"), d("2022-09-01")];
    const report = await getProgressReport(viewer, d("2022-11-01"), { series: days });
    expect(report.portfolio).toMatchObject({
      projects: 1,
      milestones: 2,
      due: 1,
      done: 1,
      rags: { AMBER: 1 },
    });
    expect(report.series.map(({ due, done }) => [due, done])).toEqual([
      [0, 0],
      [2, 1],
    ]);
    expect(report.projects?.length).toBe(1);
    const seen = await getProgressReport(partner, d("2022-11-01"));
    expect(seen.projects).toBeNull();
    expect(seen.portfolio).toEqual(report.portfolio);
  });

  it("gives a page of rows, and the projects whose milestones are overdue or coming", async () => {
    const page = { limit: 10, offset: 0, milestones: 5 };
    // On 10 September the second is overdue since the 1st; on 1 November its new baseline is a month ahead
    const then = await listProgressPage(viewer, d("2022-09-10"), page);
    expect([then.projects, then.overdue, then.upcoming].map((list) => list.map(({ code }) => code))).toEqual([
      ["P-1"],
      ["P-1"],
      [],
    ]);
    expect(then.projects[0]?.progress.rag).toBe("RED");
    const now = await listProgressPage(viewer, d("2022-11-01"), page);
    expect([now.total, now.overdue.length, now.upcoming.length]).toEqual([1, 0, 1]);
    expect(now.projects).toEqual([await getProjectReport(viewer, "P-1", d("2022-11-01"))]);
    expect(await listProgressPage(viewer, d("2022-11-01"), { ...page, rag: "RED" })).toMatchObject({
      projects: [],
      total: 0,
    });
    expect((await listProgressPage(viewer, d("2022-11-01"), { ...page, offset: 10 })).projects).toEqual([]);
    await expect(listProgressPage(partner, d("2022-11-01"), page)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const elsewhere = mintViewer({ ...viewer, parkIds: [idOf("park")] });
    expect((await listProgressPage(elsewhere, d("2022-11-01"), page)).total).toBe(0);
  });

  it("keeps what was known before a later correction", async () => {
    const client = await ownerClient();
    const { rows } = await client.query("SELECT clock_timestamp() AS now");
    await new Promise((done) => setTimeout(done, 5));
    await client.query("BEGIN");
    await openTestChangeSet(client);
    await client.query("UPDATE milestones SET actual_on = NULL WHERE title_en = 'First'");
    await client.query("COMMIT");
    const [before, after] = await Promise.all([
      getProjectReport(viewer, "P-1", d("2022-11-01"), rows[0].now),
      getProjectReport(viewer, "P-1", d("2022-11-01")),
    ]);
    expect([before?.progress.progress, after?.progress.progress]).toEqual([0.5, 0]);
    const [point] = await getPortfolioSeries(viewer, [d("2022-11-01")], { knownAt: rows[0].now });
    const [corrected] = await getPortfolioSeries(viewer, [d("2022-11-01")]);
    expect([point?.done, corrected?.done]).toEqual([1, 0]);
  });

  it("counts what is done and shows nothing, and says why", async () => {
    const client = await ownerClient();
    const bare = async (evidence: string | null, reason: string | null) => {
      await client.query("BEGIN");
      await openTestChangeSet(client);
      await client.query(
        "UPDATE milestones SET evidence = $1, no_evidence_reason = $2 WHERE title_en = 'First'",
        [evidence, reason],
      );
      await client.query("COMMIT");
    };
    await bare(null, "Lost");
    const days = [d("2022-05-09"), d("2022-05-10")];
    const count = async () => (await getPortfolioSeries(viewer, days)).map(({ unshown }) => unshown);
    // Done on 10 May: the day before, nothing is done yet.
    expect(await count()).toEqual([0, 1]);
    const [first] = (await getProjectReport(viewer, "P-1", d("2022-11-01")))?.milestones ?? [];
    expect(first).toMatchObject({ done: true, unshown: true, noEvidenceReason: "Lost" });
    await bare("Protocol 7", "Lost");
    expect(await count()).toEqual([0, 0]);
    const [shown] = (await getProjectReport(viewer, "P-1", d("2022-11-01")))?.milestones ?? [];
    expect(shown).toMatchObject({ unshown: false, noEvidenceReason: null });
  });

  it("refuses a firm's own user the portfolio, and lets it read its own project alone", async () => {
    const firm = mintViewer({ ...viewer, role: "ENTERPRISE", parkIds: [], enterpriseIds: [idOf("firm")] });
    await expect(getProgressReport(firm, d("2022-11-01"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await getProjectReport(firm, "P-1", d("2022-11-01"))).toBeNull();
    await expect(getProjectReport(partner, "P-1", d("2022-11-01"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
