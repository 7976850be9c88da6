import { beforeEach, describe, expect, it } from "vitest";
import { createAgreementSchema } from "@/lib/domain/agreements/schema";
import { createAgreement } from "@/lib/domain/agreements/service";
import { retireCustomField } from "@/lib/domain/custom-fields/service";
import { importKinds } from "@/lib/domain/imports/schema";
import { wordsFor } from "@/lib/platform/api/words";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { streamCsv } from "@/lib/platform/files/write-csv";
import type { Locale } from "@/lib/platform/i18n/locales";
import { resetDatabase } from "@/lib/testing/database";
import { makeCustomField, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { listOwnColumns } from "./facts-own";
import { listStandingRows } from "./facts-standing";
import { columnsOf, fieldsOf } from "./fields";
import { bringIn, commit } from "./run";
import type { ImportKind } from "./types";

beforeEach(resetDatabase);

const asOf = toCivil("2022-11-01");

/** The grid's rows as the browser sends them. */
async function toFile(kind: ImportKind, viewer: Viewer, rows: string[][]) {
  const fields = columnsOf(kind, await listOwnColumns(viewer, kind));
  const columns = fields.map(({ name }) => ({ header: name, kind: "text" as const }));
  const bytes = Buffer.from(await new Response(streamCsv({ name: kind, columns, rows })).arrayBuffer());
  return { name: "grid.csv", bytes };
}

async function standing(kind: ImportKind, viewer: Viewer, locale: Locale, values = {}) {
  const say = await wordsFor(locale);
  return listStandingRows(kind, { viewer: { ...viewer, locale } as Viewer, values, asOf, say });
}

async function makeWorld(viewer: Viewer) {
  const park = await makePark();
  const [one, two] = [
    await makeUnit(park, { area: "100" }),
    await makeUnit(park, { area: "50.5", shared: true }),
  ];
  const bring = async (kind: ImportKind, ...lines: string[]) => {
    const { id, findings } = await bringIn(viewer, kind, {
      name: "f.csv",
      bytes: Buffer.from(lines.join("\n")),
    });
    expect(findings.problems).toEqual([]);
    await commit(viewer, id);
  };
  await bring(
    "tenancies",
    "name_zh,name_en,uen,country,cluster,sector_code,contact_name,contact_phone,park,building,unit,lease_no,area,signed_on,starts_on,ends_on,holdover",
    `狮城生物科技有限公司,Lion City Biotech,201912345R,新加坡,生物医药,M7340,陈女士,020-1,${park.code},A,${one.code},HT-1,,2021-12-01,2022-01-01,2024-12-31,`,
    `狮城生物科技有限公司,,,,,,,,${park.code},A,${two.code},HT-1,20,,,,`,
    `甲公司,,,,,,,,${park.code},A,${two.code},HT-2,12.34,,2021-01-01,2022-06-30,是`,
  );
  await bring(
    "projects",
    "project_code,project_zh,cluster,park,lead,milestone_zh,weight,baseline,tags,启动日期,交付日期",
    `P-1,细胞药物生产基地,生物医药,${park.code},狮城生物科技有限公司,厂房封顶,2,2022-12-31,理事会 18、cells,2022-01-10,2022-10-20`,
  );
  await bring(
    "headcounts",
    "name_zh,park,headcount_on,headcount,own,dispatched,other,full_time,r_and_d",
    `狮城生物科技有限公司,${park.code},2022-09-30,42,40,2,0,41,12`,
    `甲公司,${park.code},2022-10-31,7,,,,,`,
  );
  await bring(
    "agreements",
    "agreement_no,title_zh,kind,parties,cluster,signed_on,expires_on",
    "XY-1,合作框架,备忘录,狮城生物科技有限公司；某机构,生物医药,2022-11-01,2025-10-31",
  );
  // A party whose name holds the very mark that parts names reads back as two: its cell stays empty.
  await createAgreement(
    viewer,
    createAgreementSchema.parse({
      ...{ code: "XY-2", titleEn: "MOU", signedOn: "2022-11-02", kind: "MOU" },
      parties: [{ nameEn: "One; and Two" }, { nameZh: "甲公司办", nameEn: "Office A", country: "SG" }],
    }),
  );
  return park;
}

describe("what stands, as a file would say it", () => {
  it.each(["en", "zh"] as const)("changes nothing when it is brought in again (%s)", async (locale) => {
    const viewer = await makeViewer("OFFICER");
    await makeWorld(viewer);
    const found: Record<string, number> = {};
    for (const kind of importKinds) {
      const { rows, total } = await standing(kind, viewer, locale);
      if (rows.length === 0) continue;
      const { counts, findings } = await bringIn(viewer, kind, await toFile(kind, viewer, rows));
      expect([kind, findings.problems]).toEqual([kind, []]);
      expect([kind, counts]).toEqual([kind, { ...counts, unchanged: rows.length, created: 0, updated: 0 }]);
      found[kind] = total;
    }
    const agreements = await standing("agreements", viewer, locale);
    const at = columnsOf("agreements", []).findIndex(({ name }) => name === "parties");
    expect(agreements.rows.map((row) => row[at])).toEqual(["", "狮城生物科技有限公司；某机构"]);
    // Two firms, two units, two leases of three lines, one project, two counts; a roster's names stay closed.
    expect(found).toEqual({
      enterprises: 2,
      units: 2,
      tenancies: 2,
      projects: 1,
      headcounts: 2,
      agreements: 2,
    });
  });

  it.each(["en", "zh"] as const)(
    "says the office's own fields in words that read back (%s)",
    async (locale) => {
      const viewer = await makeViewer("OFFICER");
      await makeWorld(viewer);
      const put = { enterprises: "enterprise", units: "unit", projects: "project" } as const;
      const subjects = { enterprises: "ENTERPRISE", units: "UNIT", projects: "PROJECT" } as const;
      for (const kind of ["enterprises", "units", "projects"] as const) {
        const subject = subjects[kind];
        const labels = { labelEn: "Market", labelZh: "上市情况" };
        const options = [
          { labelEn: "Listed", labelZh: "已上市" },
          { labelEn: "Private", labelZh: "未上市" },
        ];
        const text = await makeCustomField({ subject, labelEn: "Note", labelZh: "备注事项" });
        const number = await makeCustomField({
          subject,
          type: "NUMBER",
          decimals: "3",
          unit: "kN",
          labelEn: "Load",
        });
        const day = await makeCustomField({ subject, type: "DATE", labelEn: "Visit due", labelZh: "回访日" });
        const choice = await makeCustomField({ subject, type: "CHOICE", ...labels, options });
        const gone = await makeCustomField({ subject, labelEn: "Gone" });
        await openChangeSet(system, { verb: `${kind}.update` }, async (tx) => {
          const custom = {
            [text.id]: "two\nlines, one comma",
            [number.id]: 1250.125,
            [day.id]: "2022-11-01",
            [choice.id]: choice.options[1]?.id,
            [gone.id]: "old",
          };
          // The three tables have the column in common.
          await (tx[put[kind]] as typeof tx.unit).updateMany({ data: { custom } });
        });
        await retireCustomField(system, gone);
        const { rows } = await standing(kind, viewer, locale);
        const words = locale === "en" ? "Private" : "未上市";
        expect(rows[0]?.slice(-4)).toEqual(["two\nlines, one comma", "1250.125", "2022-11-01", words]);
        const again = await bringIn(viewer, kind, await toFile(kind, viewer, rows));
        expect([kind, again.findings.problems]).toEqual([kind, []]);
        expect(again.counts).toMatchObject({ unchanged: rows.length, created: 0, updated: 0 });
        const narrowed = await standing(kind, viewer, locale, { [`cf_${choice.key}`]: "listed" });
        expect(narrowed.total).toBe(0);
      }
    },
  );

  it("leaves empty what later rules would refuse, so that the rest of the row can still be saved", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeWorld(viewer);
    const field = await makeCustomField({
      type: "CHOICE",
      labelEn: "Market",
      options: [{ labelEn: "Listed" }],
    });
    const { rows: plain } = await standing("enterprises", viewer, "en");
    const chosen = plain.map((row) => [...row.slice(0, -1), "Listed"]);
    const { id } = await bringIn(viewer, "enterprises", await toFile("enterprises", viewer, chosen));
    await commit(viewer, id);
    await openChangeSet(system, { verb: "custom-fields.update" }, async (tx) => {
      await tx.customFieldOption.updateMany({ data: { retired: true } });
    });
    const { rows } = await standing("enterprises", viewer, "en");
    expect(rows.map((row) => row.at(-1))).toEqual(["", ""]);
    const again = await bringIn(viewer, "enterprises", await toFile("enterprises", viewer, rows));
    expect(again.counts).toMatchObject({ unchanged: 2, failed: 0 });
    expect(await db.enterprise.findMany({ select: { custom: true } })).toEqual([
      { custom: { [field.id]: field.options[0]?.id } },
      { custom: { [field.id]: field.options[0]?.id } },
    ]);
  });

  it("follows the list's filters, and a firm's row keeps meaning it when its only name is corrected", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeWorld(viewer);
    const { rows, total } = await standing("enterprises", viewer, "zh", { query: "甲" });
    expect([total, rows.length]).toEqual([1, 1]);
    const name = fieldsOf.enterprises.findIndex(({ name }) => name === "name_zh");
    const corrected = [...(rows[0] ?? [])];
    corrected[name] = "甲一公司";
    const result = await bringIn(viewer, "enterprises", await toFile("enterprises", viewer, [corrected]));
    expect(result.counts).toMatchObject({ updated: 1, created: 0 });
    await commit(viewer, result.id);
    expect(await db.enterprise.findMany({ where: { nameZh: "甲一公司" } })).toMatchObject([
      { formerNames: ["甲公司"] },
    ]);
    expect(await db.enterprise.count()).toBe(2);

    const id = fieldsOf.enterprises.findIndex(({ name }) => name === "id");
    const gone = corrected.map((cell, i) => (i === id ? "01900000-0000-7000-8000-000000000000" : cell));
    const refused = await bringIn(viewer, "enterprises", await toFile("enterprises", viewer, [gone]));
    expect(refused.findings.problems).toMatchObject([{ row: 2, field: "id", code: "FIRM_GONE" }]);
  });

  it("refuses one firm's number in another firm's row", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeWorld(viewer);
    const { rows } = await standing("enterprises", viewer, "en", { query: "甲" });
    const uen = fieldsOf.enterprises.findIndex(({ name }) => name === "uen");
    const taken = (rows[0] ?? []).map((cell, i) => (i === uen ? "201912345R" : cell));
    const { findings } = await bringIn(viewer, "enterprises", await toFile("enterprises", viewer, [taken]));
    expect(findings.problems).toMatchObject([{ field: "uen", code: "IDENTIFIER_TAKEN" }]);
  });

  it("an officer's grid holds its own parks alone", async () => {
    const world = await makeWorld(await makeViewer("OFFICER"));
    const [near, far] = [
      await makeViewer("OFFICER", { parkIds: [world.id] }),
      await makeViewer("OFFICER", { parkIds: [(await makePark()).id] }),
    ];
    for (const kind of ["units", "tenancies", "projects"] as const) {
      expect((await standing(kind, near, "en")).total).toBeGreaterThan(0);
      expect(await standing(kind, far, "en")).toEqual({ total: 0, rows: [] });
    }
  });
});
