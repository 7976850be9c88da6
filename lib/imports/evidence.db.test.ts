import { beforeEach, describe, expect, it } from "vitest";
import { FROM_LIST } from "@/lib/domain/milestones/rules";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { system } from "@/lib/testing/factories";
import { tellProblems } from "./answer";
import { bringIn, commit } from "./run";

beforeEach(resetDatabase);

const look = (...lines: string[]) =>
  bringIn(system, "projects", { name: "file.csv", bytes: Buffer.from(lines.join("\n")) });
const bring = async (...lines: string[]) => commit(system, (await look(...lines)).id);
const HEADER = "项目编号,项目英文名,里程碑英文名,计划完成日期,实际完成日期";
const kept = async () =>
  (await db.milestone.findMany({ orderBy: { position: "asc" } })).map(
    ({ titleEn, evidence, noEvidenceReason }) => [titleEn, evidence, noEvidenceReason],
  );

describe("what an old list says is done", () => {
  it("gets the reason of an imported list by itself, and the dry run tells it", async () => {
    const checked = await look(
      `${HEADER},完成依据`,
      "P-1,Base,One,2022-05-01,2022-05-03,",
      "P-1,,Two,2022-06-01,2022-06-02,Protocol 7",
      "P-1,,Three,2022-07-01,,",
    );
    expect([checked.counts.created, checked.findings.problems]).toEqual([3, []]);
    expect(checked.findings.notes).toMatchObject([{ row: 2, field: "actual", code: "FROM_LIST" }]);
    const [told] = await tellProblems(checked.findings.notes ?? [], checked.file);
    expect(told).toMatchObject({ row: 2, column: "实际完成日期" });
    expect(told?.message.en).toContain("from an imported list");
    expect(told?.message.zh).toContain("由清单导入");
    expect(await kept()).toEqual([]);
    await commit(system, checked.id);
    expect(await kept()).toEqual([
      ["One", null, FROM_LIST],
      ["Two", "Protocol 7", null],
      ["Three", null, null],
    ]);
  });

  it("is unchanged when it comes again, and shown by evidence that comes later", async () => {
    const lines = [HEADER, "P-1,Base,One,2022-05-01,2022-05-03"];
    await bring(...lines);
    const again = await look(...lines);
    expect([again.counts.unchanged, again.findings.notes]).toEqual([1, []]);
    const later = await bring("project_code,milestone_en,evidence", "P-1,One,Protocol 7");
    expect(later.counts).toMatchObject({ updated: 1 });
    expect(await kept()).toEqual([["One", "Protocol 7", FROM_LIST]]);
  });

  it("is asked for in the row where the file has a column for the reason, as the grid has", async () => {
    const header = `${HEADER},完成依据,无依据的原因`;
    const checked = await look(
      header,
      "P-1,Base,One,2022-05-01,2022-05-03,,",
      "P-1,,Two,2022-06-01,2022-06-02,,The archive burnt down",
      "P-1,,Three,2022-07-01,,,Not yet",
    );
    expect(checked.findings.problems).toMatchObject([
      { row: 2, field: "evidence", code: "NOT_SHOWN", message: "imports.errors.notShown" },
      { row: 4, field: "no_evidence_reason", code: "NOT_DONE" },
    ]);
    expect(checked.findings.notes).toEqual([]);
    await commit(system, checked.id);
    expect(await kept()).toEqual([["Two", null, "The archive burnt down"]]);
  });

  it("becomes done by a later list, and is told there", async () => {
    await bring(HEADER, "P-1,Base,One,2022-05-01,");
    const checked = await look("project_code,milestone_en,actual", "P-1,One,2022-05-03");
    expect(checked.findings.notes).toMatchObject([{ row: 2 }]);
    await commit(system, checked.id);
    expect(await kept()).toEqual([["One", null, FROM_LIST]]);
  });
});
