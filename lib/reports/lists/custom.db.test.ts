import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { retireCustomField } from "@/lib/domain/custom-fields/service";
import { wordsFor } from "@/lib/platform/api/words";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { streamCsv } from "@/lib/platform/files/write-csv";
import type { Locale } from "@/lib/platform/i18n/locales";
import { resetDatabase } from "@/lib/testing/database";
import {
  makeCustomField,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { enterpriseList } from "./enterprises";
import type { List } from "./list";
import { projectList } from "./projects";
import { toListTable } from "./serve";
import { unitList } from "./units";

beforeEach(resetDatabase);

type Custom = Record<string, string | number>;

async function fileOf<Row>(
  list: List<Row>,
  values: Record<string, string> = {},
  viewer: Viewer = system,
  locale: Locale = "en",
): Promise<Record<string, string>[]> {
  const words = await wordsFor(locale);
  const asOf = toCivil("2022-06-01");
  const table = await toListTable(list, { viewer, values, asOf }, locale, (key) => words(key));
  return parse(await new Response(streamCsv(table)).text(), { bom: true, columns: true });
}

const put = (table: "enterprise" | "unit" | "project", id: string, custom: Custom) =>
  openChangeSet(system, { verb: `${table}s.update` }, async (tx) => {
    const change = { where: { id }, data: { custom }, select: { id: true } };
    if (table === "enterprise") return tx.enterprise.update(change);
    return table === "unit" ? tx.unit.update(change) : tx.project.update(change);
  });

/** The four kinds of a subject, on three of its records; the third holds nothing. */
async function makeFields(subject: "ENTERPRISE" | "UNIT" | "PROJECT", ids: string[]) {
  const make = (type: string, labelEn: string, more: object = {}) =>
    makeCustomField({ subject, type, labelEn, ...more });
  const text = await make("TEXT", "Note");
  const number = await make("NUMBER", "Load", { unit: "kN", decimals: "1", labelZh: "荷载" });
  const date = await make("DATE", "Due");
  const options = [{ labelEn: "Listed", labelZh: "已上市" }, { labelEn: "Private" }];
  const choice = await make("CHOICE", "Market", { options, labelZh: "市场" });
  const [listed, other] = choice.options.map(({ id }) => id);
  const table = subject.toLowerCase() as "unit";
  const [first = "", second = ""] = ids;
  await put(table, first, {
    [text.id]: "100% Corner",
    [number.id]: 9,
    [date.id]: "2022-01-31",
    [choice.id]: listed ?? "",
  });
  await put(table, second, { [number.id]: 10.5, [date.id]: "2022-12-31", [choice.id]: other ?? "" });
  return { text, number, date, choice };
}

const cases: [string, Record<string, string>, number[]][] = [
  ["a text that it contains, whatever its case", { cf_note: "corner" }, [0]],
  ["a text whose wildcard is a letter", { cf_note: "0%" }, [0]],
  ["a text that nothing contains", { cf_note: "0_ C" }, []],
  ["an option", { cf_market: "private" }, [1]],
  ["a number from, by its size and not its digits", { "cf_load.from": "9.5" }, [1]],
  ["a number to", { "cf_load.to": "9" }, [0]],
  ["days", { "cf_due.from": "2022-01-31", "cf_due.to": "2022-06-30" }, [0]],
  ["two of them at once", { cf_market: "listed", "cf_load.from": "9.5" }, []],
  ["what cannot be read, which is no filter", { "cf_load.from": "many", cf_nothing: "x" }, [0, 1, 2]],
];

describe.each(["ENTERPRISE", "UNIT", "PROJECT"] as const)("the list of %s", (subject) => {
  it("has a column for each field, and is narrowed by each", async () => {
    const park = await makePark();
    const made = [0, 1, 2].map(async (n) => {
      if (subject === "ENTERPRISE") return { id: (await makeFirm({ nameEn: `R${n}` })).id };
      if (subject === "UNIT") return makeUnit(park, { code: `R${n}` });
      return makeProject();
    });
    const ids = (await Promise.all(made)).map(({ id }) => id);
    await makeFields(subject, ids);
    const list = { ENTERPRISE: enterpriseList, UNIT: unitList, PROJECT: projectList }[
      subject
    ] as unknown as List<{
      id: string;
    }>;
    for (const [what, values, wanted] of cases) {
      const found = await list.ids({ viewer: system, values, asOf: toCivil("2022-06-01") });
      expect(found.map((id) => ids.indexOf(id)).sort(), what).toEqual(wanted);
    }
    const [row] = await fileOf(list, { cf_market: "listed" });
    expect(row).toMatchObject({ Note: "100% Corner", "Load, kN": "9", Due: "2022-01-31", Market: "Listed" });
    const [bare] = (await fileOf(list)).filter(({ Due }) => !Due);
    expect(bare).toMatchObject({ Note: "", "Load, kN": "", Market: "" });
    const [inChinese] = await fileOf(list, { cf_market: "listed" }, system, "zh");
    expect(inChinese).toMatchObject({ 市场: "已上市", "荷载（kN）": "9" });
  });
});

describe("who reads the list", () => {
  it("sees the columns of the fields shown to them, and narrows by no others", async () => {
    const [{ id }, other] = [await makeFirm(), await makeFirm()];
    const shown = await makeCustomField({ labelEn: "Open", shownTo: ["MANAGER"] });
    const hidden = await makeCustomField({ labelEn: "Hidden" });
    await put("enterprise", id, { [shown.id]: "a", [hidden.id]: "secret" });
    await put("enterprise", other.id, { [hidden.id]: "other" });
    const manager = await makeViewer("MANAGER");
    const rows = await fileOf(enterpriseList, {}, manager);
    expect(rows.map(({ Open, Hidden }) => [Open, Hidden]).sort()).toEqual([
      ["", undefined],
      ["a", undefined],
    ]);
    // A filter that they cannot see would tell them by what it leaves.
    expect(await fileOf(enterpriseList, { [`cf_${hidden.key}`]: "secret" }, manager)).toHaveLength(2);
    expect(await fileOf(enterpriseList, { [`cf_${hidden.key}`]: "secret" })).toHaveLength(1);
    const own = await makeViewer("ENTERPRISE", { enterpriseIds: [id] });
    expect(Object.keys((await fileOf(enterpriseList, {}, own))[0] ?? {})).not.toContain("Open");
  });

  it("finds a retired field in the file, with what it holds, and not on the screen", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField({ labelEn: "Old" });
    await put("enterprise", id, { [field.id]: "kept" });
    await retireCustomField(system, field);
    expect((await fileOf(enterpriseList))[0]).toMatchObject({ Old: "kept" });
    const context = { viewer: system, asOf: toCivil("2022-06-01"), locale: "en" as const, say: String };
    const column = (await enterpriseList.columns(context)).find(({ name }) => name === "Old");
    expect(column).toMatchObject({ hidden: true });
  });
});
