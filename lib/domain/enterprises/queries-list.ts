import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Cluster, EnterpriseStage, IdentifierType } from "@/lib/platform/db/generated/enums";
import { fold } from "@/lib/platform/names/sort-keys";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { toCustomValues } from "../custom-fields/dto";
import { type CustomAsk, noCustom } from "../custom-fields/queries";
import { customConditions } from "../custom-fields/queries-filters";
import { assertCan } from "../permissions";
import { enterpriseScopeSql } from "./queries-scope";
import type { EnterpriseListParams } from "./schema";

export type EnterpriseListItem = {
  id: string;
  nameZh: string | null;
  nameEn: string | null;
  cluster: Cluster;
  country: string | null;
  stage: EnterpriseStage;
  /** In force on the day, in the viewer's parks, m² with 2 places. */
  area: string;
  /** Last declared by the day, in the viewer's parks. */
  people: number | null;
  /** Codes of the parks where it has that area. */
  parks: string[];
  identifier: { type: IdentifierType; value: string } | null;
  /** By the fields' ids. */
  custom: Record<string, string>;
};

/**
 * The firms within reach, a page of them, with the area they hold and the people they declared by the day. One
 * statement, one row: it is the page that is opened most, and each statement costs a round of its own.
 */
export async function listEnterprises(
  viewer: Viewer,
  params: EnterpriseListParams,
  asOf: CivilDate,
  custom: CustomAsk = noCustom,
): Promise<Page<EnterpriseListItem>> {
  assertCan(viewer, "enterprises.read");
  const conditions = Prisma.join(conditionsOf(viewer, params, asOf, custom), " AND ");
  const slice = { conditions, params, limit: params.pageSize, offset: offsetOf(params), custom };
  return readList(viewer, slice, asOf);
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listEnterpriseIds(
  viewer: Viewer,
  params: EnterpriseListParams,
  asOf: CivilDate,
  custom: CustomAsk = noCustom,
) {
  assertCan(viewer, "enterprises.read");
  const conditions = Prisma.join(conditionsOf(viewer, params, asOf, custom), " AND ");
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM enterprises e WHERE ${conditions} ORDER BY ${orderOf(viewer, params)}`;
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listEnterprisesByIds(
  viewer: Viewer,
  ids: string[],
  params: EnterpriseListParams,
  asOf: CivilDate,
  custom: CustomAsk = noCustom,
): Promise<EnterpriseListItem[]> {
  assertCan(viewer, "enterprises.read");
  const conditions = Prisma.sql`${enterpriseScopeSql(viewer)} AND e.id = ANY (${ids}::uuid[])`;
  const slice = { conditions, params, limit: ids.length, offset: 0, custom };
  const { rows } = await readList(viewer, slice, asOf);
  return inOrder(ids, rows);
}

async function readList(
  viewer: Viewer,
  slice: {
    conditions: Prisma.Sql;
    params: EnterpriseListParams;
    limit: number;
    offset: number;
    custom: CustomAsk;
  },
  asOf: CivilDate,
): Promise<Page<EnterpriseListItem>> {
  const { conditions, params, limit, offset } = slice;
  const order = orderOf(viewer, params);
  const parkIds = viewer.enterpriseIds !== null || viewer.parkIds === null ? null : [...viewer.parkIds];
  const [found] = await db.$queryRaw<{ rows: EnterpriseListItem[]; total: number }[]>`
    WITH page AS MATERIALIZED (
      SELECT e.id, e.name_zh, e.name_en, e.cluster, e.country, e.stage, e.sort_zh, e.sort_en, e.custom
      FROM enterprises e WHERE ${conditions}
      ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}),
    areas AS (
      SELECT s.enterprise_id AS id, sum(l.area) AS area, array_agg(DISTINCT p.code) AS parks
      FROM leases s JOIN lease_lines l ON l.lease_id = s.id JOIN parks p ON p.id = s.park_id
      JOIN units u ON u.id = l.unit_id
        AND u.valid_from <= ${asOf}::date AND coalesce(u.valid_to, 'infinity') > ${asOf}::date
      WHERE s.enterprise_id IN (SELECT id FROM page) AND (${parkIds}::uuid[] IS NULL OR s.park_id = ANY (${parkIds}::uuid[]))
        AND l.in_force_from <= ${asOf}::date AND coalesce(l.in_force_to, 'infinity') >= ${asOf}::date
      GROUP BY 1),
    people AS (
      SELECT id, sum(total)::int AS people FROM (
        SELECT DISTINCT ON (enterprise_id, park_id) enterprise_id AS id, total FROM headcounts
        WHERE enterprise_id IN (SELECT id FROM page) AND on_date <= ${asOf}::date
          AND (${parkIds}::uuid[] IS NULL OR park_id = ANY (${parkIds}::uuid[]))
        ORDER BY enterprise_id, park_id, on_date DESC) AS latest GROUP BY 1)
    SELECT (SELECT count(*)::int FROM enterprises e WHERE ${conditions}) AS total,
      (SELECT coalesce(json_agg(json_build_object(
          'id', e.id, 'nameZh', e.name_zh, 'nameEn', e.name_en, 'cluster', e.cluster, 'country', e.country,
          'stage', e.stage, 'area', coalesce(areas.area, 0)::numeric(20, 2)::text, 'people', people.people,
          'parks', coalesce(areas.parks, '{}'), 'custom', e.custom, 'identifier',
          (SELECT json_build_object('type', i.type, 'value', i.value) FROM enterprise_identifiers i
            WHERE i.enterprise_id = e.id AND NOT i.former ORDER BY i.type, i.value LIMIT 1)) ORDER BY ${order}), '[]')
        FROM page e LEFT JOIN areas USING (id) LEFT JOIN people USING (id)) AS rows`;
  if (!found) throw new Error("A query without FROM answers one row");
  const { fields } = slice.custom;
  return {
    ...found,
    rows: found.rows.map((row) => ({ ...row, custom: toCustomValues(fields, row.custom) })),
  };
}

function orderOf(viewer: Viewer, { sort }: EnterpriseListParams): Prisma.Sql {
  const way = Prisma.raw(sort.descending ? "DESC" : "ASC");
  const name = viewer.locale === "zh" ? Prisma.sql`e.sort_zh` : Prisma.sql`e.sort_en`;
  if (sort.field === "name") return Prisma.sql`${name} ${way}, e.id`;
  return Prisma.sql`${sort.field === "stage" ? Prisma.sql`e.stage` : Prisma.sql`e.cluster`} ${way}, ${name}, e.id`;
}

function conditionsOf(
  viewer: Viewer,
  params: EnterpriseListParams,
  day: CivilDate,
  { filters }: CustomAsk,
): Prisma.Sql[] {
  const park = params.park
    ? Prisma.sql`AND s.park_id = (SELECT id FROM parks WHERE code = ${params.park})`
    : Prisma.empty;
  const leasing = Prisma.sql`EXISTS (SELECT 1 FROM leases s JOIN lease_lines l ON l.lease_id = s.id
    WHERE s.enterprise_id = e.id ${park}
      AND l.in_force_from <= ${day}::date AND coalesce(l.in_force_to, 'infinity') >= ${day}::date)`;
  const present = Prisma.sql`SELECT 1 FROM presences s WHERE s.enterprise_id = e.id ${park}
    AND s.from_on <= ${day}::date AND coalesce(s.to_on, 'infinity') >= ${day}::date`;
  const here = Prisma.sql`(${leasing} OR EXISTS (${present}))`;
  const conditions = [
    enterpriseScopeSql(viewer),
    Prisma.sql`e.merged_into_id IS NULL`,
    ...matching(params.query),
    ...customConditions(Prisma.sql`e.custom`, filters),
  ];
  if (params.park) conditions.push(here);
  if (params.cluster) conditions.push(Prisma.sql`e.cluster = ${params.cluster}::cluster`);
  if (params.stage) conditions.push(Prisma.sql`e.stage = ${params.stage}::enterprise_stage`);
  if (params.country) conditions.push(Prisma.sql`e.country = ${params.country.toUpperCase()}`);
  if (params.missing === "identifier") {
    conditions.push(
      here,
      Prisma.sql`NOT EXISTS
      (SELECT 1 FROM enterprise_identifiers i WHERE i.enterprise_id = e.id AND NOT i.former)`,
    );
  }
  if (params.missing === "headcount") {
    // Who is only registered here has nobody to declare.
    conditions.push(
      Prisma.sql`(${leasing} OR EXISTS (${present} AND s.kind <> 'REGISTERED'))`,
      Prisma.sql`NOT EXISTS
        (SELECT 1 FROM headcounts h WHERE h.enterprise_id = e.id AND h.on_date <= ${day}::date)`,
    );
  }
  return conditions;
}

/** Any part of any name, its pinyin or initials, or an identifier; several words must all be there. */
function matching(query: string): Prisma.Sql[] {
  const words = fold(query).split(" ").filter(Boolean);
  // The wildcards of a pattern are letters here like any other.
  return words.map((word) => Prisma.sql`e.search LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
}
