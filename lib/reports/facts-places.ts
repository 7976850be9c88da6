import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inReach, type ReportOptions } from "@/lib/reports/facts-reach";
import type { Scope } from "@/lib/reports/occupancy/types";

export interface Place {
  id: string;
  code: string;
  nameZh: string | null;
  nameEn: string | null;
}

export interface ParkPlace extends Place {
  buildings: Place[];
}

/** The parks within reach with their buildings, by code: what a report is divided into. */
export async function listPlaces(
  viewer: Viewer,
  { knownAt }: Pick<ReportOptions, "knownAt"> = {},
): Promise<ParkPlace[]> {
  assertReports(viewer);
  return db.$queryRaw<ParkPlace[]>`WITH ${asKnown(knownAt, ["parks", "buildings"])} building_lists AS (
      SELECT park_id, jsonb_agg(jsonb_build_object('id', id, 'code', code, 'nameZh', name_zh, 'nameEn', name_en)
        ORDER BY code COLLATE "C") AS list
      FROM buildings GROUP BY 1)
    SELECT p.id, p.code, p.name_zh AS "nameZh", p.name_en AS "nameEn", coalesce(b.list, '[]') AS buildings
    FROM parks p LEFT JOIN building_lists b ON b.park_id = p.id
    WHERE ${inReach(viewer, "p.id")} ORDER BY p.code COLLATE "C"`;
}

/** The scope that a page's address names by codes; a code out of reach is as one that does not exist. */
export function findScope(
  places: ParkPlace[],
  { park, building }: { park?: string; building?: string },
): { scope: Scope; park: ParkPlace | null; building: Place | null } {
  if (!park) return { scope: { level: "ZONE" }, park: null, building: null };
  const found = places.find(({ code }) => code === park);
  if (!found) throw notFound();
  const inside = building ? found.buildings.find(({ code }) => code === building) : undefined;
  if (building && !inside) throw notFound();
  return inside
    ? { scope: { level: "BUILDING", buildingId: inside.id }, park: found, building: inside }
    : { scope: { level: "PARK", parkId: found.id }, park: found, building: null };
}
