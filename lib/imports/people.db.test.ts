import { beforeEach, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { purgeEmployees } from "@/lib/domain/employees/service-purge";
import { listImports } from "@/lib/domain/imports/queries";
import { importListSchema } from "@/lib/domain/imports/schema";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer } from "@/lib/testing/factories";
import { tellProblems } from "./answer";
import { errorsWorkbook } from "./errors-workbook";
import { bringIn, commit } from "./run";

beforeEach(resetDatabase);

const csv = (...lines: string[]) => ({ name: "people.csv", bytes: Buffer.from(lines.join("\n")) });
const codes = (result: { findings: { problems: { row: number; field: string | null; code: string }[] } }) =>
  result.findings.problems.map(({ row, field, code }) => [row, field, code]);

describe("a list of people", () => {
  const HEAD =
    "企业名称,园区,姓名,工号,身份证号,国籍,岗位类别,学历,证件类别,证件有效期,用工方式,实习生,入职日期,离职日期";

  it("is written as one change set, found again by staff number or by name and day, and undone", async () => {
    const viewer = await makeViewer("OFFICER");
    const [firm, park] = [await makeFirm({ nameEn: "Lion Biotech" }), await makePark()];
    const lines = [
      `Lion Biotech,${park.code},陈嘉敏,A001,,中国,研发,硕士,,,正式,否,2022年3月1日,`,
      `Lion Biotech,${park.code},Tan Wei Ming,A002,,新加坡,管理,博士,B类,2023/2/1,派遣,,2021-06-01,`,
      `Lion Biotech,${park.code},李海燕,,,,,,,,,是,2022-07-01,`,
      `Lion Biotech,${park.code},李海燕,,,,,,,,,是,2022-07-01,`,
    ];
    const checked = await bringIn(viewer, "employees", csv(HEAD, ...lines));
    expect(checked.findings.problems).toEqual([]);
    expect(checked.counts).toMatchObject({ rows: 4, created: 3, duplicates: 1 });
    expect(await db.employee.count()).toBe(0);
    await commit(viewer, checked.id);
    const people = await db.employee.findMany({ orderBy: { number: "asc" }, include: { name: true } });
    expect(people.map(({ name }) => name?.name)).toEqual(["陈嘉敏", "Tan Wei Ming", "李海燕"]);
    expect(people[1]).toMatchObject({
      ...{
        enterpriseId: firm.id,
        staffNo: "A002",
        nationality: "SG",
        permitClass: "WORK_B",
        degree: "DOCTOR",
      },
      ...{ employment: "DISPATCHED", intern: false, jobCategory: "MANAGEMENT" },
    });
    expect(people[2]).toMatchObject({ intern: true, employment: "OWN" });

    expect((await bringIn(viewer, "employees", csv(HEAD, ...lines))).counts).toMatchObject({
      ...{ unchanged: 3, duplicates: 1, created: 0, updated: 0 },
    });
    const next = await bringIn(
      viewer,
      "employees",
      csv(
        HEAD,
        // Another name under the number; a number and a last day for whoever had none; nothing said stays.
        `Lion Biotech,${park.code},陈佳敏,A001,,,,,,,,,2022-03-01,`,
        `Lion Biotech,${park.code},李海燕,A003,,,,,,,,,2022-07-01,2022-12-31`,
      ),
    );
    expect(next.counts).toMatchObject({ updated: 2, created: 0 });
    await commit(viewer, next.id);
    const { changeSetId } = await db.import.findUniqueOrThrow({ where: { id: next.id } });
    const after = await db.employee.findMany({ orderBy: { number: "asc" }, include: { name: true } });
    expect(after[0]).toMatchObject({ name: { name: "陈佳敏" }, degree: "MASTER" });
    expect(after[2]).toMatchObject({ staffNo: "A003", intern: true, leftOn: new Date("2022-12-31") });
    await undoChangeSet(viewer, { id: changeSetId ?? "" });
    const back = await db.employee.findMany({ orderBy: { number: "asc" }, include: { name: true } });
    expect(back[0]?.name?.name).toBe("陈嘉敏");
    expect(back[2]).toMatchObject({ staffNo: null, leftOn: null });
  });

  it("says by cell what is wrong, and keeps no identity number, wherever it stood", async () => {
    const viewer = await makeViewer("OFFICER");
    const [, park] = [await makeFirm({ nameEn: "Lion Biotech" }), await makePark()];
    const checked = await bringIn(
      viewer,
      "employees",
      csv(
        HEAD,
        `Lion Biotech,${park.code},陈嘉敏,A001,440106199003078812,,,,,,,,2022-03-01,`,
        `Lion Biotech,${park.code},440106199003078812,A002,,,,,,,,,2022-03-01,`,
        `Nobody Ltd,${park.code},黄志强,A003,,,火星,,,,,,2022-03-01,`,
        `Lion Biotech,${park.code},张文博,A004,,,,,,,,,2022-03-01,2022-02-01`,
        `Lion Biotech,${park.code},陈嘉敏,A001,,,,,,,,,2022-04-01,`,
        `Lion Biotech,${park.code},,A005,,,,,,,,,,`,
      ),
    );
    expect(codes(checked)).toEqual([
      [3, "name", "IDENTITY_NUMBER"],
      [4, "name_zh", "FIRM_UNKNOWN"],
      [4, "job_category", "CHOICE"],
      [5, "left_on", "DATES_ORDERED"],
      [6, null, "TWICE_IN_FILE"],
      [7, "name", "REQUIRED"],
      [7, "joined_on", "REQUIRED"],
    ]);
    const told = await tellProblems(checked.findings.problems, checked.file);
    expect(told[0]).toMatchObject({ column: "姓名", message: { zh: expect.stringContaining("身份证号") } });
    const book = Buffer.from(await (await errorsWorkbook(viewer, checked.id)).arrayBuffer());
    expect(book.length).toBeGreaterThan(1000);
    const { rows } = await (await ownerClient()).query<{ bytes: Buffer }>("SELECT bytes FROM import_files");
    expect(rows[0]?.bytes.length).toBe(0);
    await commit(viewer, checked.id);
    expect(await db.employee.count()).toBe(1);
  });

  it("is its bringer's alone, and is purged after a month", async () => {
    const [viewer, admin] = [await makeViewer("OFFICER"), await makeViewer("ADMIN")];
    const [, park] = [await makeFirm({ nameEn: "Lion Biotech" }), await makePark()];
    const line = `Lion Biotech,${park.code},陈嘉敏,A001,,,,,,,,,2022-03-01,`;
    const { id } = await bringIn(viewer, "employees", csv(HEAD, line));
    const seen = async (by: typeof viewer) =>
      (await listImports(by, importListSchema.parse({}))).rows.map((row) => row.id);
    expect(await seen(viewer)).toEqual([id]);
    expect(await seen(admin)).toEqual([]);
    const purge = () => purgeEmployees(admin, { cutoff: toCivil("2000-01-01") });
    expect((await purge()).files).toBe(0);
    const client = await ownerClient();
    await client.query("ALTER TABLE imports DISABLE TRIGGER USER");
    await client.query("UPDATE imports SET created_at = now() - interval '31 days'");
    await client.query("ALTER TABLE imports ENABLE TRIGGER USER");
    expect((await purge()).files).toBe(1);
    expect(await db.importFile.count()).toBe(0);
  });
});

describe("a file of headcounts", () => {
  const HEAD = "企业名称,园区,统计日期,合计,本单位,劳务派遣,其他用工,本地,外籍,研发人员";

  it("is written, found again, changed in parts, and undone; parts that do not fit are told at their cell", async () => {
    const viewer = await makeViewer("OFFICER");
    const [firm, park] = [await makeFirm({ nameEn: "Lion Biotech" }), await makePark()];
    const at = `Lion Biotech,${park.code}`;
    const lines = [`${at},2022-09-30,42,40,2,0,38,4,12`, `${at},2022-06-30,40,,,,,,`];
    const checked = await bringIn(viewer, "headcounts", csv(HEAD, ...lines, `${at},2022-03-31,10,9,2,0,,,`));
    expect(codes(checked)).toEqual([[4, "own", "PARTS_FIT"]]);
    expect(checked.counts).toMatchObject({ created: 2, failed: 1 });
    await commit(viewer, checked.id);
    const find = () => db.headcount.findMany({ where: { enterpriseId: firm.id }, orderBy: { on: "asc" } });
    expect(await find()).toMatchObject([
      { total: 40, own: null, source: "IMPORT" },
      { total: 42, own: 40, dispatched: 2, other: 0, local: 38, foreign: 4, rAndD: 12 },
    ]);
    expect((await bringIn(viewer, "headcounts", csv(HEAD, ...lines))).counts).toMatchObject({ unchanged: 2 });
    const next = await bringIn(
      viewer,
      "headcounts",
      csv(
        HEAD,
        `${at},2022-09-30,42,,,,,,20`,
        `${at},2022-06-30,41,39,2,0,,,`,
        `${at},2022-06-30,41,39,2,0,,,`,
      ),
    );
    expect(next.counts).toMatchObject({ updated: 2, duplicates: 1, failed: 0 });
    await commit(viewer, next.id);
    expect(await find()).toMatchObject([
      { total: 41, own: 39 },
      { total: 42, own: 40, rAndD: 20 },
    ]);
    const { changeSetId } = await db.import.findUniqueOrThrow({ where: { id: next.id } });
    await undoChangeSet(viewer, { id: changeSetId ?? "" });
    expect(await find()).toMatchObject([{ total: 40 }, { rAndD: 12 }]);
  });
});
