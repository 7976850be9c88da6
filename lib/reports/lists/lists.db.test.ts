import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import { listHeadcounts } from "@/lib/domain/headcounts/queries";
import { headcountListSchema } from "@/lib/domain/headcounts/schema";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { wordsFor } from "@/lib/platform/api/words";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { streamCsv } from "@/lib/platform/files/write-csv";
import { streamWorkbook } from "@/lib/platform/files/write-xlsx";
import type { Locale } from "@/lib/platform/i18n/locales";
import { parseList } from "@/lib/platform/paging/list-params";
import { resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeClaim,
  makeFirm,
  makeInstrument,
  makeMilestone,
  makePark,
  makePolicy,
  makeProgramme,
  makeRate,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { buildingList } from "./buildings";
import { claimList } from "./claims";
import { enterpriseList } from "./enterprises";
import { headcountList } from "./headcounts";
import { instrumentList } from "./instruments";
import { leaseList } from "./leases";
import type { List } from "./list";
import { parkList } from "./parks";
import { policyList } from "./policies";
import { programmeList } from "./programmes";
import { projectList } from "./projects";
import { rateList } from "./rates";
import { toListTable } from "./serve";
import { unitList } from "./units";

beforeEach(resetDatabase);

const day = toCivil("2022-06-01");

async function tableOf<Row>(
  list: List<Row>,
  values: Record<string, string> = {},
  { viewer = system, locale = "en" as Locale }: { viewer?: Viewer; locale?: Locale } = {},
) {
  const words = await wordsFor(locale);
  return toListTable(list, { viewer, values, asOf: day }, locale, (key) => words(key));
}

async function csvOf<Row>(...given: Parameters<typeof tableOf<Row>>): Promise<string[][]> {
  return parse(await new Response(streamCsv(await tableOf(...given))).text(), { bom: true });
}

/** A firm with a declaration a day, 10,050 of them, the last of them in 2017. */
async function makeManyHeadcounts() {
  const [firm, park] = [await makeFirm(), await makePark()];
  await openChangeSet(system, { verb: "headcounts.create" }, async (tx) => {
    await tx.$executeRaw`INSERT INTO headcounts (id, enterprise_id, park_id, on_date, total, source)
      SELECT gen_random_uuid(), ${firm.id}::uuid, ${park.id}::uuid, date '1990-01-01' + n, n % 97, 'OFFICER'
      FROM generate_series(1, 10050) AS n`;
    return {};
  });
}

describe("a list's file", () => {
  it("has all pages of the list joined, in the list's order", async () => {
    await makeManyHeadcounts();
    const joined: string[][] = [];
    for (let page = 1; joined.length < 10_050; page += 1) {
      const params = headcountListSchema.parse({ sort: "-total", page, pageSize: 200 });
      const { rows, total } = await listHeadcounts(system, params, day);
      expect(total).toBe(10_050);
      joined.push(...rows.map((row) => [row.on, String(row.total)]));
    }
    const [header, ...lines] = await csvOf(headcountList, { sort: "-total" });
    expect(header?.slice(0, 4)).toEqual(["Enterprise", "Day", "Park", "Total"]);
    expect(lines.map(([, on, , total]) => [on, total])).toEqual(joined);
  });

  it("is read while it is sent, some rows at a time", async () => {
    await makeManyHeadcounts();
    const asked: number[] = [];
    const watched: typeof headcountList = {
      ...headcountList,
      rows: (request, ids) => {
        asked.push(ids.length);
        return headcountList.rows(request, ids);
      },
    };
    const reader = streamCsv(await tableOf(watched)).getReader();
    expect(asked).toEqual([]);
    await reader.read();
    await reader.read();
    // The stream may read ahead by its own buffer, not to the end.
    expect(asked.length).toBeLessThan(21);
    for (let { done } = await reader.read(); !done; { done } = await reader.read());
    // 20 × 500 + 50
    expect(asked).toEqual([...Array(20).fill(500), 50]);
  });

  it("follows the filters and the viewer's reach", async () => {
    const [mine, other] = [await makePark(), await makePark()];
    const firm = await makeFirm();
    for (const park of [mine, other]) {
      const unit = await makeUnit(park);
      await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    }
    const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
    const values = { sort: "-leaseNo", endsBefore: "2022-12-31" };
    for (const viewer of [system, officer]) {
      const { rows } = await listLeases(viewer, parseList(leaseListSchema, values), day);
      const [, ...lines] = await csvOf(leaseList, values, { viewer });
      expect(lines.map(([no]) => no)).toEqual(rows.map((lease) => lease.leaseNo));
    }
    expect(await csvOf(leaseList, { endsBefore: "2022-12-30" })).toHaveLength(1);
    const ofOther = await leaseList.ids({ viewer: system, values: { park: other.code }, asOf: day });
    expect(await leaseList.rows({ viewer: officer, values: {}, asOf: day }, ofOther)).toEqual([]);
  });

  it("has Chinese headers and words, days as days and areas as numbers", async () => {
    const firm = await makeFirm();
    const unit = await makeUnit(await makePark(), { area: "120.5" });
    await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const table = await tableOf(leaseList, {}, { locale: "zh" });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.read(Readable.fromWeb(streamWorkbook([table]) as never));
    const sheet = workbook.worksheets[0];
    const words = await wordsFor("zh");
    expect(sheet?.getRow(1).getCell(1).value).toBe(words("leases.leaseNo"));
    expect(sheet?.getRow(2).getCell(5).value).toBe(120.5);
    expect(sheet?.getRow(2).getCell(7).value).toEqual(new Date("2022-12-31T00:00:00Z"));
    expect(sheet?.getRow(2).getCell(8).value).toBe(words("leases.status.EXPIRING"));
  });

  it("may have columns that depend on the reader, under a name of the office's own", async () => {
    const unit = await makeUnit(await makePark());
    const grown: typeof unitList = {
      ...unitList,
      columns: async (context) => [
        ...(await unitList.columns(context)),
        { key: "x", header: "", name: "Odour", kind: "TEXT", value: () => context.viewer.role },
        { key: "y", header: "", name: "Noise", kind: "TEXT", hidden: true, value: () => "loud" },
      ],
    };
    const manager = await makeViewer("MANAGER");
    const [header, line] = await csvOf(grown, { query: unit.code }, { viewer: manager });
    expect(header?.slice(-2)).toEqual(["Who is in it", "Odour"]);
    expect(line?.at(-1)).toBe("MANAGER");
  });

  it("holds no formula that a firm's name could bring in", async () => {
    await makeFirm({ nameEn: "=HYPERLINK(1)" });
    expect((await csvOf(enterpriseList))[1]?.[0]).toBe("'=HYPERLINK(1)");
  });

  it("is there for every noun, with a cell for each header and no key left unsaid", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    await makeFirm();
    await makeMilestone();
    await makeProgramme();
    await makeRate();
    await makePolicy();
    await makeClaim();
    await makeInstrument();
    for (const locale of ["en", "zh"] as const) {
      const files = {
        buildings: await csvOf(buildingList, {}, { locale }),
        enterprises: await csvOf(enterpriseList, {}, { locale }),
        parks: await csvOf(parkList, {}, { locale }),
        projects: await csvOf(projectList, {}, { locale }),
        units: await csvOf(unitList, {}, { locale }),
        programmes: await csvOf(programmeList, {}, { locale }),
        claims: await csvOf(claimList, {}, { locale }),
        policies: await csvOf(policyList, {}, { locale }),
        rates: await csvOf(rateList, {}, { locale }),
        instruments: await csvOf(instrumentList, {}, { locale }),
      };
      for (const [noun, lines] of Object.entries(files)) {
        expect(lines.length, noun).toBeGreaterThan(1);
        expect(
          lines.flat().filter((cell) => /^[a-z]+\.[A-Za-z_.]+$/.test(cell)),
          noun,
        ).toEqual([]);
      }
    }
    expect((await csvOf(unitList, { query: unit.code }))[1]?.[0]).toContain(unit.code);
  });
});
