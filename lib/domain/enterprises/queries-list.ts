import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Cluster, EnterpriseStage, IdentifierType } from "@/lib/platform/db/generated/enums";
import { fold } from "@/lib/platform/names/sort-keys";
import { containing } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { toCustomValues } from "../custom-fields/dto";
import { type CustomAsk, type LateCustomAsk, noCustom } from "../custom-fields/queries";
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
  tags: string[];
  stage: EnterpriseStage;
  /** In force on the day, in the viewer's parks, m² with 2 places. */
  area: string;
  /** Last declared by the day, in the viewer's parks. */
  people: number | null;
  /** Codes of the parks where it has that area. */
  parks: string[];
  identifier: { type: IdentifierType; value: string } | null;
  shortName: string | null;
  sectorCode: string | null;
  ultimateParent: string | null;
  /** Who in the office looks after it. */
  owner: string | null;
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
  custom: LateCustomAsk = noCustom,
): Promise<Page<EnterpriseListItem>> {
  assertCan(viewer, "enterprises.read");
  const conditions = Prisma.join(conditionsOf(viewer, params, asOf, custom), " AND ");
  const slice = { conditions, params, limit: params.pageSize, offset: offsetOf(params), sums: true, custom };
  const { rows, total, area, people } = await readList(viewer, slice, asOf);
  return { rows, total, totals: area === null ? null : { area, people: people ?? 0 } };
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
  const slice = { conditions, params, limit: ids.length, offset: 0, sums: false, custom };
  const { rows } = await readList(viewer, slice, asOf);
  return inOrder(ids, rows);
}

/** `area` and `people` come to nothing where they are not summed. */
type Found = { rows: EnterpriseListItem[]; total: number; area: string | null; people: number | null };

/**
 * The most firms whose figures are summed unasked. The sum reads every line and declaration of theirs, at each
 * opening of the page that is opened most; of more, the foot offers it.
 */
const MOST_SUMMED = 500;
const MOST_POSSIBLE = 2 ** 31 - 1;

async function readList(
  viewer: Viewer,
  slice: {
    conditions: Prisma.Sql;
    params: EnterpriseListParams;
    limit: number;
    offset: number;
    sums: boolean;
    custom: LateCustomAsk;
  },
  asOf: CivilDate,
): Promise<Found> {
  const { conditions, params, limit, offset, sums } = slice;
  const asked = params.sums === "all" ? MOST_POSSIBLE : MOST_SUMMED;
  const most = sums ? asked : -1;
  const order = orderOf(viewer, params);
  const parkIds = viewer.enterpriseIds !== null || viewer.parkIds === null ? null : [...viewer.parkIds];
  const inParks = (column: Prisma.Sql) =>
    parkIds === null ? Prisma.empty : Prisma.sql`AND ${column} = ANY (${parkIds}::uuid[])`;
  const asking = db.$queryRaw<Found[]>`
    WITH matched AS MATERIALIZED (SELECT e.id, ${Prisma.join(orderKeys(viewer, params))} FROM enterprises e WHERE ${conditions}),
    counted AS MATERIALIZED (SELECT count(*)::int AS total FROM matched),
    picked AS MATERIALIZED (SELECT e.id FROM matched e ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}),
    measured AS MATERIALIZED (
      SELECT id FROM matched WHERE (SELECT total FROM counted) <= ${most}
      UNION SELECT id FROM picked WHERE (SELECT total FROM counted) > ${most}),
    areas AS MATERIALIZED (SELECT m.id, sum(l.claimed) / 100 AS area, array_agg(DISTINCT p.code) AS parks
      FROM measured m JOIN lease_line_facts l ON l.enterprise_id = m.id JOIN parks p ON p.id = l.park_id
      WHERE l.begins <= ${asOf}::date AND coalesce(l.ends, 'infinity') >= ${asOf}::date ${inParks(Prisma.sql`l.park_id`)}
      GROUP BY 1),
    -- A probe a firm: joined, the planner reads every declaration that was ever made.
    people AS MATERIALIZED (SELECT m.id, sum(latest.total)::int AS people FROM measured m CROSS JOIN LATERAL (
      SELECT DISTINCT ON (h.park_id) h.total FROM headcounts h
      WHERE h.enterprise_id = m.id AND h.on_date <= ${asOf}::date ${inParks(Prisma.sql`h.park_id`)}
      ORDER BY h.park_id, h.on_date DESC) AS latest GROUP BY 1)
    SELECT (SELECT total FROM counted) AS total,
      CASE WHEN (SELECT total FROM counted) <= ${most} THEN (
        SELECT coalesce(sum(area), 0)::numeric(20, 2)::text FROM areas) END AS area,
      CASE WHEN (SELECT total FROM counted) <= ${most} THEN (
        SELECT coalesce(sum(people), 0)::int FROM people) END AS people,
      (SELECT coalesce(json_agg(json_build_object(
          'id', e.id, 'nameZh', e.name_zh, 'nameEn', e.name_en, 'cluster', e.cluster, 'country', e.country, 'tags', e.tags,
          'stage', e.stage, 'area', coalesce(areas.area, 0)::numeric(20, 2)::text, 'people', people.people,
          'parks', coalesce(areas.parks, '{}'), 'custom', e.custom, 'shortName', e.short_name, 'sectorCode', e.sector_code,
          'ultimateParent', e.ultimate_parent, 'owner', (SELECT name FROM users WHERE id = e.owner_id), 'identifier',
          (SELECT json_build_object('type', i.type, 'value', i.value) FROM enterprise_identifiers i
            WHERE i.enterprise_id = e.id AND NOT i.former ORDER BY i.type, i.value LIMIT 1)) ORDER BY ${order}), '[]')
        FROM picked JOIN enterprises e USING (id) LEFT JOIN areas USING (id) LEFT JOIN people USING (id)) AS rows`;
  const [[found], fields] = await Promise.all([asking, slice.custom.fields]);
  if (!found) throw new Error("A query without FROM answers one row");
  return {
    ...found,
    rows: found.rows.map((row) => ({ ...row, custom: toCustomValues(fields, row.custom) })),
  };
}

function orderOf(viewer: Viewer, params: EnterpriseListParams): Prisma.Sql {
  const way = Prisma.raw(params.sort.descending ? "DESC" : "ASC");
  const [first, ...rest] = orderKeys(viewer, params);
  return Prisma.join([Prisma.sql`${first} ${way}`, ...rest, Prisma.sql`e.id`]);
}

/** The columns that the order is of, beside the id. */
function orderKeys({ locale }: Viewer, { sort }: EnterpriseListParams): Prisma.Sql[] {
  const name = locale === "zh" ? Prisma.sql`e.sort_zh` : Prisma.sql`e.sort_en`;
  if (sort.field === "name") return [name];
  return [sort.field === "stage" ? Prisma.sql`e.stage` : Prisma.sql`e.cluster`, name];
}

function conditionsOf(
  viewer: Viewer,
  params: EnterpriseListParams,
  day: CivilDate,
  { filters }: Pick<CustomAsk, "filters">,
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
  if (params.tag) conditions.push(Prisma.sql`e.tags @> ARRAY[${params.tag}]::text[]`);
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
  return words.map((word) => Prisma.sql`e.search LIKE ${containing(word)}`);
}
