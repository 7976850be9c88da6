import { beforeEach, describe, expect, it } from "vitest";
import { importKinds } from "@/lib/domain/imports/schema";
import { wordsFor } from "@/lib/platform/api/words";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { streamCsv } from "@/lib/platform/files/write-csv";
import type { Locale } from "@/lib/platform/i18n/locales";
import { resetDatabase } from "@/lib/testing/database";
import { makePark, makeUnit, makeViewer } from "@/lib/testing/factories";
import { listStandingRows } from "./facts-standing";
import { fieldsOf } from "./fields";
import { bringIn, commit } from "./run";
import type { ImportKind } from "./types";

beforeEach(resetDatabase);

const asOf = toCivil("2022-11-01");

/** The grid's rows as the browser sends them. */
async function toFile(kind: ImportKind, rows: string[][]) {
  const columns = fieldsOf[kind].map(({ name }) => ({ header: name, kind: "text" as const }));
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
    "project_code,project_zh,cluster,park,lead,milestone_zh,weight,baseline",
    `P-1,细胞药物生产基地,生物医药,${park.code},狮城生物科技有限公司,厂房封顶,2,2022-12-31`,
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
      const { counts, findings } = await bringIn(viewer, kind, await toFile(kind, rows));
      expect([kind, findings.problems]).toEqual([kind, []]);
      expect([kind, counts]).toEqual([kind, { ...counts, unchanged: rows.length, created: 0, updated: 0 }]);
      found[kind] = total;
    }
    // Two firms, two units, two leases of three lines, one project.
    expect(found).toMatchObject({ enterprises: 2, units: 2, tenancies: 2, projects: 1 });
  });

  it("follows the list's filters, and a firm's row keeps meaning it when its only name is corrected", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeWorld(viewer);
    const { rows, total } = await standing("enterprises", viewer, "zh", { query: "甲" });
    expect([total, rows.length]).toEqual([1, 1]);
    const name = fieldsOf.enterprises.findIndex(({ name }) => name === "name_zh");
    const corrected = [...(rows[0] ?? [])];
    corrected[name] = "甲一公司";
    const result = await bringIn(viewer, "enterprises", await toFile("enterprises", [corrected]));
    expect(result.counts).toMatchObject({ updated: 1, created: 0 });
    await commit(viewer, result.id);
    expect(await db.enterprise.findMany({ where: { nameZh: "甲一公司" } })).toMatchObject([
      { formerNames: ["甲公司"] },
    ]);
    expect(await db.enterprise.count()).toBe(2);

    const id = fieldsOf.enterprises.findIndex(({ name }) => name === "id");
    const gone = corrected.map((cell, i) => (i === id ? "01900000-0000-7000-8000-000000000000" : cell));
    const refused = await bringIn(viewer, "enterprises", await toFile("enterprises", [gone]));
    expect(refused.findings.problems).toMatchObject([{ row: 2, field: "id", code: "FIRM_GONE" }]);
  });

  it("refuses one firm's number in another firm's row", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeWorld(viewer);
    const { rows } = await standing("enterprises", viewer, "en", { query: "甲" });
    const uen = fieldsOf.enterprises.findIndex(({ name }) => name === "uen");
    const taken = (rows[0] ?? []).map((cell, i) => (i === uen ? "201912345R" : cell));
    const { findings } = await bringIn(viewer, "enterprises", await toFile("enterprises", [taken]));
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
