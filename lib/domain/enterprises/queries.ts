import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { IdentifierType } from "@/lib/platform/db/generated/enums";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { enterpriseSelect, toEnterprise } from "./dto";
import type { EnterpriseListParams } from "./schema";
import { enterpriseScope } from "./scope";

const listSelect = {
  id: true,
  nameZh: true,
  nameEn: true,
  cluster: true,
  country: true,
  stage: true,
} satisfies Prisma.EnterpriseSelect;

/** The firms within reach, a page of them, with the area they hold and the people they declared by the day. */
export async function listEnterprises(viewer: Viewer, params: EnterpriseListParams, asOf: CivilDate) {
  assertCan(viewer, "enterprises.read");
  const day = fromCivil(asOf);
  const where = toWhere(viewer, params, day);
  const direction = params.sort.descending ? "desc" : "asc";
  const name = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const orderBy: Prisma.EnterpriseOrderByWithRelationInput[] =
    params.sort.field === "name"
      ? [{ [name]: direction }]
      : [{ [params.sort.field]: direction }, { [name]: "asc" }];
  const [rows, total] = await Promise.all([
    db.enterprise.findMany({
      where,
      orderBy: [...orderBy, { id: "asc" }],
      skip: offsetOf(params),
      take: params.pageSize,
      select: listSelect,
    }),
    db.enterprise.count({ where }),
  ]);
  const figures = await listFigures(
    viewer,
    rows.map((row) => row.id),
    asOf,
  );
  const page: Page<EnterpriseListItem> = {
    rows: rows.map((row) => ({
      ...row,
      ...(figures.get(row.id) ?? { area: "0.00", people: null, parks: [], identifier: null }),
    })),
    total,
  };
  return page;
}

type Figures = {
  area: string;
  people: number | null;
  parks: string[];
  identifier: { type: IdentifierType; value: string } | null;
};
export type EnterpriseListItem = Prisma.EnterpriseGetPayload<{ select: typeof listSelect }> & Figures;

/** Identifier, and on a day, in the viewer's parks: area in force, people last declared, parks. One query. */
async function listFigures(viewer: Viewer, ids: string[], asOf: CivilDate): Promise<Map<string, Figures>> {
  if (ids.length === 0) return new Map();
  const firms = viewer.enterpriseIds !== null;
  const parkIds = firms || viewer.parkIds === null ? null : [...viewer.parkIds];
  const rows = await db.$queryRaw<(Figures & { id: string })[]>`
    WITH wanted AS (SELECT unnest(${ids}::uuid[]) AS id),
    areas AS (
      SELECT s.enterprise_id AS id, sum(l.area) AS area, array_agg(DISTINCT p.code) AS parks
      FROM leases s JOIN lease_lines l ON l.lease_id = s.id JOIN parks p ON p.id = s.park_id
      JOIN units u ON u.id = l.unit_id
        AND u.valid_from <= ${asOf}::date AND coalesce(u.valid_to, 'infinity') > ${asOf}::date
      WHERE s.enterprise_id = ANY (${ids}::uuid[]) AND (${parkIds}::uuid[] IS NULL OR s.park_id = ANY (${parkIds}::uuid[]))
        AND l.in_force_from <= ${asOf}::date AND coalesce(l.in_force_to, 'infinity') >= ${asOf}::date
      GROUP BY 1),
    people AS (
      SELECT id, sum(total)::int AS people FROM (
        SELECT DISTINCT ON (enterprise_id, park_id) enterprise_id AS id, total FROM headcounts
        WHERE enterprise_id = ANY (${ids}::uuid[]) AND on_date <= ${asOf}::date
          AND (${parkIds}::uuid[] IS NULL OR park_id = ANY (${parkIds}::uuid[]))
        ORDER BY enterprise_id, park_id, on_date DESC) AS latest GROUP BY 1)
    SELECT id, coalesce(areas.area, 0)::text AS area, people.people, coalesce(areas.parks, '{}') AS parks,
      (SELECT json_build_object('type', i.type, 'value', i.value) FROM enterprise_identifiers i
        WHERE i.enterprise_id = wanted.id AND NOT i.former ORDER BY i.type, i.value LIMIT 1) AS identifier
    FROM wanted LEFT JOIN areas USING (id) LEFT JOIN people USING (id)`;
  return new Map(rows.map(({ id, area, ...rest }) => [id, { ...rest, area: Number(area).toFixed(2) }]));
}

/** One firm with what the viewer may do to it, or null out of reach. */
export async function getEnterprise(viewer: Viewer, id: string) {
  assertCan(viewer, "enterprises.read");
  if (!isId(id)) return null;
  const row = await db.enterprise.findFirst({
    where: { AND: [enterpriseScope(viewer), { id }] },
    select: enterpriseSelect,
  });
  if (!row) return null;
  return {
    ...toEnterprise(row),
    can: {
      update: can(viewer, "enterprises.update"),
      close: row.endedOn === null && can(viewer, "enterprises.close"),
      addLease: row.endedOn === null && can(viewer, "leases.create"),
      addHeadcount: can(viewer, "headcounts.create"),
    },
  };
}

/** Up to 20 firms within reach that match a text, for choosing. */
export async function listEnterpriseOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "enterprises.read");
  return db.enterprise.findMany({
    where: { AND: [enterpriseScope(viewer), { endedOn: null }, matching(query)] },
    orderBy: viewer.locale === "zh" ? { sortZh: "asc" } : { sortEn: "asc" },
    take: 20,
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      identifiers: { where: { former: false }, select: { value: true }, take: 1 },
    },
  });
}

/** All of them are within reach. @throws AppError NOT_FOUND */
export async function assertEnterprisesInScope(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await on.enterprise.count({
    where: { AND: [enterpriseScope(viewer), { id: { in: wanted } }] },
  });
  if (found < wanted.length) throw notFound();
}

/** @throws AppError NOT_FOUND */
export async function findEnterpriseInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.enterprise.findFirst({
    where: { AND: [enterpriseScope(viewer), { id }] },
    select: enterpriseSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** Any part of any name, its pinyin or initials, or an identifier; several words must all be there. */
function matching(query: string): Prisma.EnterpriseWhereInput {
  const words = fold(query).split(" ").filter(Boolean);
  return { AND: words.map((word) => ({ search: { contains: word } })) };
}

function toWhere(viewer: Viewer, params: EnterpriseListParams, day: Date): Prisma.EnterpriseWhereInput {
  const park = params.park ? { park: { code: params.park } } : {};
  const inForce = { inForceFrom: { lte: day }, OR: [{ inForceTo: null }, { inForceTo: { gte: day } }] };
  const present = { ...park, fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] };
  const leasing: Prisma.EnterpriseWhereInput = { leases: { some: { ...park, lines: { some: inForce } } } };
  const here: Prisma.EnterpriseWhereInput = { OR: [leasing, { presences: { some: present } }] };
  const inBody: Prisma.EnterpriseWhereInput = {
    OR: [leasing, { presences: { some: { ...present, kind: { not: "REGISTERED" } } } }],
  };
  return {
    AND: [
      enterpriseScope(viewer),
      params.park ? here : {},
      params.cluster ? { cluster: params.cluster } : {},
      params.stage ? { stage: params.stage } : {},
      params.country ? { country: params.country.toUpperCase() } : {},
      params.missing === "identifier" ? { AND: [here, { identifiers: { none: { former: false } } }] } : {},
      // Who is only registered here has nobody to declare.
      params.missing === "headcount" ? { AND: [inBody, { headcounts: { none: { on: { lte: day } } } }] } : {},
      params.query ? matching(params.query) : {},
    ],
  };
}

/** The firms' own dates for the header of a page: first and last day of any lease. */
export async function getTenancySpan(viewer: Viewer, id: string) {
  const found = await db.leaseLine.aggregate({
    where: { lease: { enterpriseId: id, enterprise: enterpriseScope(viewer) }, inForceFrom: { not: null } },
    _min: { inForceFrom: true },
  });
  return found._min.inForceFrom ? toCivil(found._min.inForceFrom) : null;
}
