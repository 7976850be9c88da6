import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { assertReportRows, type ReportOptions } from "@/lib/reports/facts-reach";
import { computeDensity, DENSITY_RANGE, toMoving } from "@/lib/reports/headcount/compute";
import { headsSql, isCounted } from "@/lib/reports/headcount/facts-sql";
import type { HeadcountRow } from "@/lib/reports/headcount/types";

/** A firm's figure with the names that a reader wants; null figures of a firm that never declared. */
export interface HeadcountItem extends Omit<HeadcountRow, "headcountId" | "on" | "total" | "carriedForward"> {
  headcountId: string | null;
  on: CivilDate | null;
  total: number | null;
  carriedForward: boolean | null;
  nameZh: string | null;
  nameEn: string | null;
  park: string;
  parkZh: string | null;
  parkEn: string | null;
}

/** Which firms: with a figure, never declared, with an old figure, with a density that asks for a check. */
export const SHOW_FILTERS = ["DECLARED", "MISSING", "CARRIED", "CHECK"] as const;

export type HeadcountShow = (typeof SHOW_FILTERS)[number];

export const headcountRowsSchema = listParams({
  sort: ["name"],
  defaultSort: "name",
  filters: { show: oneOf(SHOW_FILTERS) },
});

/** The firms of the report, a part of them, by name; with how many there are. */
export async function listHeadcountRows(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions & { show?: HeadcountShow; limit: number; offset?: number },
) {
  assertReportRows(viewer);
  const { show, limit, offset = 0 } = options;
  const name = Prisma.raw(viewer.locale === "zh" ? "sort_zh" : "sort_en");
  const shown = {
    DECLARED: Prisma.sql`headcount_id IS NOT NULL`,
    MISSING: Prisma.sql`headcount_id IS NULL`,
    CHECK: Prisma.sql`total > 0 AND occupied / total NOT BETWEEN ${DENSITY_RANGE.least} AND ${DENSITY_RANGE.most}`,
    CARRIED: Prisma.sql`carried`,
  };
  type Raw = Omit<HeadcountItem, "density"> & { all: number };
  const rows = await db.$queryRaw<Raw[]>`${await headsSql(viewer, [on], options)}
    chosen AS (SELECT * FROM heads WHERE ${isCounted(options)} AND ${show ? shown[show] : Prisma.sql`TRUE`})
    SELECT headcount_id AS "headcountId", enterprise_id AS "enterpriseId", c.park_id AS "parkId", c.cluster::text,
      c.country, on_date::text AS "on", total, carried AS "carriedForward", standing, occupied::numeric(20, 2)::text
      AS "occupiedArea", e.name_zh AS "nameZh", e.name_en AS "nameEn", p.code AS park, p.name_zh AS "parkZh",
      p.name_en AS "parkEn", (SELECT count(*) FROM chosen)::int AS "all"
    FROM chosen c JOIN parks p ON p.id = c.park_id JOIN enterprises e ON e.id = c.enterprise_id
    ORDER BY e.${name}, enterprise_id, p.code LIMIT ${limit} OFFSET ${offset}`;
  return {
    rows: rows.map(
      ({ all: _, ...row }): HeadcountItem => ({
        ...row,
        density: computeDensity(toHundredths(row.occupiedArea), row.total ?? 0),
        standing: toMoving([row.standing]),
      }),
    ),
    total: rows[0]?.all ?? 0,
  };
}
