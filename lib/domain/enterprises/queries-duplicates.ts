import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { assertCan } from "../permissions";
import type { DuplicateReason } from "./labels";
import { enterpriseScopeSql } from "./queries-scope";
import type { DuplicateListParams } from "./schema";

/** One of two that may be one firm, with what helps to tell. */
export type DuplicateFirm = {
  id: string;
  nameZh: string | null;
  nameEn: string | null;
  codes: string[];
  leases: number;
  headcounts: number;
  projects: number;
};

/** The first is the one to keep: the fuller, else the older. */
export type DuplicatePair = { reasons: DuplicateReason[]; keep: DuplicateFirm; other: DuplicateFirm };

/** What two firms `a` and `b` are called, as it is remembered when they are told apart. */
export const distinctionNames = Prisma.sql`
  concat_ws('|', a.name_key_zh, a.name_key_en, b.name_key_zh, b.name_key_en)`;

/** More firms than this that share a number or a site share an agent, and a name so common says nothing. */
const CROWD = 6;

/** Pairs of firms that are alike in a way, each way with its weight. Every branch is a join of equals. */
const alike = Prisma.sql`
  live AS MATERIALIZED (
    SELECT id, name_key_zh, name_key_en, sort_zh, website FROM enterprises
    WHERE merged_into_id IS NULL AND ended_on IS NULL),
  keys AS MATERIALIZED (
    SELECT 'IDENTIFIER' AS reason, 100 AS weight, i.type || ' ' || i.value AS key, i.enterprise_id AS id
    FROM enterprise_identifiers i
    UNION SELECT 'NAME', 90, k, id FROM live, unnest(ARRAY[name_key_zh, name_key_en]) AS k WHERE k <> ''
    UNION SELECT 'PINYIN', 60, replace(sort_zh, ' ', ''), id FROM live WHERE length(sort_zh) >= 8
    UNION SELECT 'WEBSITE', 40, lower(substring(website FROM '^(?:https?://)?(?:www\\.)?([^/?#]+)')), id FROM live
      WHERE website <> ''
    UNION SELECT 'PHONE', 40, right(regexp_replace(phone, '[^0-9]', '', 'g'), 11), enterprise_id
      FROM enterprise_contacts WHERE length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 8
    UNION SELECT 'EMAIL', 40, lower(email), enterprise_id FROM enterprise_contacts WHERE email <> ''),
  crowds AS (
    SELECT reason, key FROM keys JOIN live USING (id) GROUP BY 1, 2 HAVING count(*) BETWEEN 2 AND ${CROWD}),
  variants AS MATERIALIZED (
    SELECT variant FROM enterprise_name_variants GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${CROWD}),
  ways AS (
    SELECT k.reason, k.weight, k.id AS first_id, o.id AS second_id
    FROM crowds c JOIN keys k USING (reason, key) JOIN keys o USING (reason, key) WHERE k.id < o.id
    UNION
    SELECT 'NEAR', 70, v.enterprise_id, o.enterprise_id
    FROM variants c JOIN enterprise_name_variants v USING (variant) JOIN enterprise_name_variants o USING (variant)
    WHERE v.enterprise_id < o.enterprise_id),
  pairs AS (
    SELECT first_id, second_id, sum(weight)::int AS score,
      array_agg(DISTINCT reason) AS reasons
    FROM ways GROUP BY 1, 2)`;

/**
 * Of the pairs, those of two firms that stand, within reach, neither the other's branch nor told apart. Two official
 * numbers are two firms, however alike their names, unless one has had the other's number.
 */
function standing(viewer: Viewer): Prisma.Sql {
  const within = (id: Prisma.Sql) =>
    viewer.parkIds === null && viewer.enterpriseIds === null
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT 1 FROM enterprises e WHERE e.id = ${id} AND ${enterpriseScopeSql(viewer)})`;
  return Prisma.sql`
    a.merged_into_id IS NULL AND b.merged_into_id IS NULL AND a.ended_on IS NULL AND b.ended_on IS NULL
    AND a.branch_of_id IS DISTINCT FROM b.id AND b.branch_of_id IS DISTINCT FROM a.id
    AND ('IDENTIFIER' = ANY (p.reasons) OR NOT EXISTS (
      SELECT 1 FROM enterprise_identifiers i JOIN enterprise_identifiers j USING (type)
      WHERE i.enterprise_id = a.id AND j.enterprise_id = b.id AND NOT i.former AND NOT j.former AND type <> 'OTHER'))
    AND ${within(Prisma.sql`a.id`)} AND ${within(Prisma.sql`b.id`)}
    AND NOT EXISTS (SELECT 1 FROM enterprise_distinctions d
      WHERE d.first_id = a.id AND d.second_id = b.id AND d.names = ${distinctionNames})`;
}

type Row = { score: number; reasons: DuplicateReason[]; first: DuplicateFirm; second: DuplicateFirm };

/** Firms that may be one firm entered twice, likeliest first, a page of them. */
export async function listDuplicates(
  viewer: Viewer,
  params: DuplicateListParams,
): Promise<Page<DuplicatePair>> {
  assertCan(viewer, "enterprises.merge");
  const firm = (of: Prisma.Sql) => Prisma.sql`json_build_object('id', ${of}.id, 'nameZh', ${of}.name_zh,
    'nameEn', ${of}.name_en, 'codes', ARRAY(SELECT i.value FROM enterprise_identifiers i
      WHERE i.enterprise_id = ${of}.id AND NOT i.former ORDER BY i.type, i.value),
    'leases', (SELECT count(*)::int FROM leases x WHERE x.enterprise_id = ${of}.id),
    'headcounts', (SELECT count(*)::int FROM headcounts x WHERE x.enterprise_id = ${of}.id),
    'projects', (SELECT count(*)::int FROM projects x WHERE x.lead_id = ${of}.id))`;
  const [found] = await db.$queryRaw<{ total: number; rows: Row[] }[]>`
    WITH ${alike},
    good AS MATERIALIZED (
      SELECT p.* FROM pairs p JOIN enterprises a ON a.id = p.first_id JOIN enterprises b ON b.id = p.second_id
      WHERE ${standing(viewer)}),
    page AS (
      SELECT * FROM good ORDER BY score DESC, first_id, second_id
      LIMIT ${params.pageSize} OFFSET ${offsetOf(params)})
    SELECT (SELECT count(*)::int FROM good) AS total,
      (SELECT coalesce(json_agg(json_build_object('score', p.score, 'reasons', p.reasons,
          'first', ${firm(Prisma.sql`a`)}, 'second', ${firm(Prisma.sql`b`)})
          ORDER BY p.score DESC, p.first_id, p.second_id), '[]')
        FROM page p JOIN enterprises a ON a.id = p.first_id JOIN enterprises b ON b.id = p.second_id) AS rows`;
  if (!found) throw new Error("A query without FROM answers one row");
  return { total: found.total, rows: found.rows.map(toPair) };
}

/** How many pairs of firms within reach may be one firm entered twice. One statement. */
export async function countDuplicates(viewer: Viewer): Promise<number> {
  assertCan(viewer, "enterprises.merge");
  const [found] = await db.$queryRaw<{ total: number }[]>`
    WITH ${alike}
    SELECT count(*)::int AS total
    FROM pairs p JOIN enterprises a ON a.id = p.first_id JOIN enterprises b ON b.id = p.second_id
    WHERE ${standing(viewer)}`;
  return found?.total ?? 0;
}

const hangs = ({ leases, headcounts, projects, codes }: DuplicateFirm) =>
  leases * 3 + headcounts + projects + codes.length;

function toPair({ reasons, first, second }: Row): DuplicatePair {
  // Ids grow with time: of two as full, the first is the older.
  const [keep, other] = hangs(second) > hangs(first) ? [second, first] : [first, second];
  // One name is also like itself, and sounds so.
  const said = reasons.includes("NAME") ? reasons.filter((one) => !/^(NEAR|PINYIN)$/.test(one)) : reasons;
  return { reasons: said, keep, other };
}
