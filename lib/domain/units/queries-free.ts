import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { containing } from "@/lib/platform/paging/containing";
import { assertCan } from "../permissions";
import type { FreeUnitParams } from "./schema";

export type FreeUnit = {
  id: string;
  code: string;
  area: string;
  /** What may still be let on every day of the period: all of an exclusive unit. */
  free: string;
  shared: boolean;
  floor: string;
  building: string;
  buildingZh: string | null;
  buildingEn: string | null;
  parkZh: string | null;
  parkEn: string | null;
};

const SHOWN = 20;

/**
 * The lettable units within reach that may be let from the first day to the last: exclusive ones that nobody holds
 * on any day between, shared ones with area left on the fullest. Subleases take nothing from a unit.
 */
export async function listFreeUnits(viewer: Viewer, params: FreeUnitParams): Promise<FreeUnit[]> {
  assertCan(viewer, "leases.logTenancy");
  const { startsOn, endsOn, parkId } = params;
  if (endsOn < startsOn) return [];
  const parks = viewer.parkIds && [...viewer.parkIds];
  const words = params.query.normalize("NFKC").split(/\s+/).filter(Boolean);
  return db.$queryRaw<FreeUnit[]>`
    SELECT u.id::text, u.code, u.area::text, u.shared, (u.area - taken.peak)::text AS free, f.label AS floor,
      b.code AS building, b.name_zh AS "buildingZh", b.name_en AS "buildingEn",
      p.name_zh AS "parkZh", p.name_en AS "parkEn"
    FROM units u
    JOIN floors f ON f.id = u.floor_id JOIN buildings b ON b.id = u.building_id JOIN parks p ON p.id = u.park_id
    CROSS JOIN LATERAL (
      -- The fullest day is the first, or one on which another line begins.
      SELECT coalesce(max(held.area), 0) AS peak FROM (
        SELECT (SELECT coalesce(sum(l.area), 0) FROM lease_lines l
          WHERE l.unit_id = u.id AND NOT l.sublease AND l.in_force_from <= day.on_date
            AND coalesce(l.in_force_to, 'infinity') >= day.on_date) AS area
        FROM (SELECT ${startsOn}::date AS on_date UNION
          SELECT n.in_force_from FROM lease_lines n WHERE n.unit_id = u.id
            AND n.in_force_from BETWEEN ${startsOn}::date AND ${endsOn}::date) AS day) AS held) AS taken
    WHERE (${parks}::uuid[] IS NULL OR u.park_id = ANY (${parks}::uuid[]))
      AND (${parkId} = '' OR u.park_id::text = ${parkId})
      AND u.availability = 'LETTABLE' AND u.valid_from <= ${startsOn}::date
      AND coalesce(u.valid_to, 'infinity') > ${startsOn}::date
      AND CASE WHEN u.shared THEN taken.peak < u.area ELSE taken.peak = 0 END
      AND ${matching(words)}
    ORDER BY p.code, b.code, f.position, u.code, u.id LIMIT ${SHOWN}`;
}

/** Each word is part of the unit's code, or of what its building, park or floor is called. */
function matching(words: string[]): Prisma.Sql {
  if (words.length === 0) return Prisma.sql`true`;
  const each = words.map((word) => {
    const part = containing(word);
    return Prisma.sql`concat_ws(' ', p.code, p.name_zh, p.name_en, b.code, b.name_zh, b.name_en, f.label, u.code) ILIKE ${part}`;
  });
  return Prisma.sql`(${Prisma.join(each, " AND ")})`;
}
