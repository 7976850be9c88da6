import { beforeEach, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { retireCustomField } from "@/lib/domain/custom-fields/service";
import { getImport } from "@/lib/domain/imports/queries";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeCustomField, makeFirm, makePark, makeProject, makeUnit, system } from "@/lib/testing/factories";
import { tellProblems } from "./answer";
import { listOwnColumns } from "./facts-own";
import { readTable } from "./read-file";
import { bringIn, commit } from "./run";
import { templateWorkbook } from "./template";

beforeEach(resetDatabase);

const csv = (...lines: string[]) => ({ name: "file.csv", bytes: Buffer.from(lines.join("\n")) });
const customOf = async (nameEn: string) =>
  (await db.enterprise.findFirstOrThrow({ where: { nameEn }, select: { custom: true } })).custom;

/** The four kinds, on enterprises. */
async function makeFields() {
  const note = await makeCustomField({ labelEn: "Note", labelZh: "备注事项" });
  const seats = await makeCustomField({
    ...{
      labelEn: "Shuttle seats",
      labelZh: "班车座位",
      type: "NUMBER",
      decimals: "1",
      unit: "seats",
      required: true,
    },
  });
  const due = await makeCustomField({ labelEn: "Visit due", type: "DATE" });
  const options = [{ labelEn: "Listed", labelZh: "已上市" }, { labelEn: "Private" }];
  const market = await makeCustomField({ labelEn: "Market", labelZh: "上市情况", type: "CHOICE", options });
  return { note, seats, due, market };
}

describe("a file of enterprises", () => {
  it("brings custom fields under either label, their unit behind it, or their key; and again changes nothing", async () => {
    const { note, seats, due, market } = await makeFields();
    const file = csv(
      'name_en,备注事项,"Shuttle seats, seats",visit_due,上市情况',
      'Acme,corner,"1,250.55",44866,已上市',
      "Bare,,,,",
    );
    const checked = await bringIn(system, "enterprises", file);
    expect(checked.findings.problems).toEqual([]);
    // A required field that the file leaves out breaks nothing.
    expect(checked.counts).toMatchObject({ created: 2, failed: 0 });
    await commit(system, checked.id);
    // The spreadsheet's day number is a day, and its further digits are rounded off.
    expect(await customOf("Acme")).toEqual({
      [note.id]: "corner",
      [seats.id]: 1250.6,
      [due.id]: "2022-11-01",
      [market.id]: market.options[0]?.id,
    });
    expect(await customOf("Bare")).toEqual({});
    expect((await bringIn(system, "enterprises", file)).counts).toMatchObject({ unchanged: 2 });
  });

  it("changes what it names and leaves the rest; its undo puts it back", async () => {
    const { note, seats } = await makeFields();
    await commit(system, (await bringIn(system, "enterprises", csv("name_en,note,seats", "Acme,a,"))).id);
    const more = csv("name_en,Shuttle seats,Note", "Acme,7,", "New,8,b");
    const checked = await bringIn(system, "enterprises", more);
    expect(checked.counts).toMatchObject({ updated: 1, created: 1 });
    await commit(system, checked.id);
    expect(await customOf("Acme")).toEqual({ [note.id]: "a", [seats.id]: 7 });
    const { changeSetId } = (await getImport(system, checked.id)) ?? {};
    await undoChangeSet(system, { id: changeSetId ?? "" });
    expect(await customOf("Acme")).toEqual({ [note.id]: "a" });
  });

  it("names each cell that cannot be read, in both languages", async () => {
    await makeFields();
    const file = csv("name_en,Shuttle seats,Visit due,Market", "Acme,many,soon,public", "Good,1,,");
    const { findings, counts, file: read } = await bringIn(system, "enterprises", file);
    expect(counts).toMatchObject({ created: 1, failed: 1 });
    const told = await tellProblems(findings.problems, read);
    expect(told.map(({ row, column }) => [row, column])).toEqual([
      [2, "Shuttle seats"],
      [2, "Visit due"],
      [2, "Market"],
    ]);
    expect(told[2]?.message).toEqual({
      en: "Choose one of the list.",
      zh: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it("is not read in the column of a field that was retired, which is known as such", async () => {
    const { note } = await makeFields();
    await makeFirm({ nameEn: "Acme" });
    await retireCustomField(system, note);
    const checked = await bringIn(system, "enterprises", csv("name_en,Note,Market", "Acme,x,private"));
    expect(Object.keys(checked.file.mapping).sort()).toEqual(["cf_market", "name_en"]);
    expect(
      (await listOwnColumns(system, "enterprises")).find(({ name }) => name === "cf_note"),
    ).toMatchObject({
      retired: true,
    });
  });

  it("offers the columns in its template, in either language, less the retired", async () => {
    const { note } = await makeFields();
    await retireCustomField(system, note);
    for (const [locale, wanted] of [
      ["en", ["Shuttle seats", "Visit due", "Market"]],
      ["zh", ["班车座位", "Visit due", "上市情况"]],
    ] as const) {
      const response = await templateWorkbook(system, "enterprises", locale);
      const own = await listOwnColumns(system, "enterprises");
      const { headers } = await readTable("enterprises", Buffer.from(await response.arrayBuffer()), own);
      expect(headers.slice(-3)).toEqual(wanted);
    }
  });
});

it("files of units and of projects bring theirs", async () => {
  const load = await makeCustomField({ subject: "UNIT", type: "NUMBER", labelEn: "Load" });
  const topic = await makeCustomField({ subject: "PROJECT", labelEn: "Topic" });
  const park = await makePark();
  const unit = await makeUnit(park);
  const units = csv(
    "park,building,floor,unit,lettable_area,Load",
    `${park.code},A,1,${unit.code},100,7.5`,
    `${park.code},A,1,NEW,50,9`,
  );
  const checked = await bringIn(system, "units", units);
  expect(checked.counts).toMatchObject({ updated: 1, created: 1, failed: 0 });
  await commit(system, checked.id);
  const rows = await db.unit.findMany({ orderBy: { area: "desc" }, select: { custom: true } });
  expect(rows.map(({ custom }) => custom)).toEqual([{ [load.id]: 7.5 }, { [load.id]: 9 }]);
  expect((await bringIn(system, "units", units)).counts).toMatchObject({ unchanged: 2 });

  const project = await makeProject();
  const projects = csv(
    "project_code,project_en,Topic",
    `${project.code},,AI`,
    "P-NEW,New,Health",
    "P-NEW,New,Finance",
  );
  const plan = await bringIn(system, "projects", projects);
  // Two rows of one project that say two things.
  expect(plan.findings.problems).toMatchObject([{ row: 4, field: "cf_topic", code: "PROJECT_DISAGREES" }]);
  await commit(system, plan.id);
  const topics = await db.project.findMany({ orderBy: { createdAt: "asc" }, select: { custom: true } });
  expect(topics.map(({ custom }) => custom)).toEqual([{ [topic.id]: "AI" }, { [topic.id]: "Health" }]);
});
