import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { FileTable } from "@/lib/platform/files/file-table";
import { downloadHeaders, toFileName } from "@/lib/platform/files/file-table";
import { CSV_TYPE, streamCsv } from "@/lib/platform/files/write-csv";
import { streamWorkbook, XLSX_TYPE } from "@/lib/platform/files/write-xlsx";
import { formatsFor } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { type ReportColumn, toCells, toFileColumns } from "@/lib/reports/columns";
import type { Figure } from "@/lib/reports/figures";
import { getMetric, type ReportKey } from "@/lib/reports/metrics";
import type { SayWith } from "@/lib/reports/progress/rows";
import type { ReportRequest } from "@/lib/reports/request";

/** Everything that a report's files are made with. */
export interface ExportContext {
  viewer: Viewer;
  request: ReportRequest;
  locale: Locale;
  say: (key: string) => string;
  sayWith: SayWith;
  /** The address's parameters, for the filters that are the report's own. */
  values: Record<string, string>;
}

/** A report's tables by name, the order in which a workbook has them. */
export type ExportTables = Record<string, FileTable>;

/** The report as a workbook of all its tables, or one of them as CSV. */
export function toDownload(report: ReportKey, tables: ExportTables, context: ExportContext): Response {
  const { request, say, values } = context;
  const place = [request.park?.code, request.building?.code].flatMap((code) => (code ? [code] : []));
  const parts = [say(`reports.${report}.title`), ...place, request.asOf];
  if (values.format === "csv") {
    const table = tables[values.table ?? ""] ?? Object.values(tables)[0];
    if (table) {
      const name = toFileName([...parts, table.name], "csv");
      return new Response(streamCsv(table), { headers: downloadHeaders(name, CSV_TYPE) });
    }
  }
  const sheets = [toAbout(report, context), ...Object.values(tables)];
  return new Response(streamWorkbook(sheets), {
    headers: downloadHeaders(toFileName(parts, "xlsx"), XLSX_TYPE),
  });
}

/** Rows under a report's columns as a table of a file. */
export function toTable<Row>(
  name: string,
  columns: ReportColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  { locale, say }: ExportContext,
): FileTable {
  return {
    name,
    columns: toFileColumns(columns, say),
    rows: mapRows(rows, (row) => toCells(columns, row, locale, say)),
  };
}

/** Figures with their definitions, so that a file explains itself. */
export function toFigureTable(figures: Figure[], { say }: ExportContext): FileTable {
  const header = (key: string, kind: "text" | "number", width: number) => ({
    header: say(`reports.export.${key}`),
    kind,
    width,
  });
  return {
    name: say("reports.figures"),
    columns: [
      header("figure", "text", 32),
      header("value", "number", 16),
      header("kind", "text", 14),
      header("numerator", "number", 16),
      header("denominator", "number", 16),
      header("formula", "text", 80),
    ],
    rows: figures.map(({ metric, kind, value, over, standing }) => {
      const { nameKey, formulaKey } = getMetric(metric);
      const parts = [over?.numerator ?? null, over?.denominator ?? null];
      const mark = standing ? ` ${say(`return-rounds.mark.${standing}`)}` : "";
      return [say(nameKey) + mark, value, say(`reports.units.${kind}`), ...parts, say(formulaKey)];
    }),
  };
}

function toAbout(report: ReportKey, { request, locale, say }: ExportContext): FileTable {
  const place = [request.park, request.building].flatMap((one) => (one ? [nameOf(locale, one)] : []));
  const lines: [string, string][] = [
    ["report", say(`reports.${report}.title`)],
    ["scope", place.join(" · ") || say("reports.scopeZone")],
    ["asOf", request.asOf],
    ["knownOn", request.knownOn ?? say("reports.export.now")],
    ["made", formatsFor(locale).dateTime(new Date())],
  ];
  return {
    name: say("reports.export.about"),
    columns: [
      { header: say("reports.export.about"), kind: "text", width: 20 },
      { header: "", kind: "text", width: 60 },
    ],
    rows: lines.map(([key, value]) => [say(`reports.export.${key}`), value]),
  };
}

async function* mapRows<From, To>(rows: Iterable<From> | AsyncIterable<From>, map: (row: From) => To) {
  for await (const row of rows) yield map(row);
}

const BATCH = 20_000;

/** All rows of a paged query, some at a time. */
export async function* inBatches<Row>(
  fetch: (page: { limit: number; offset: number }) => Promise<{ rows: Row[] }>,
): AsyncGenerator<Row> {
  for (let offset = 0; ; offset += BATCH) {
    const { rows } = await fetch({ limit: BATCH, offset });
    yield* rows;
    if (rows.length < BATCH) return;
  }
}
