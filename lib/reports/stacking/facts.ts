import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { assertReportRows, inScope } from "@/lib/reports/facts-reach";
import { getOccupancyFacts } from "@/lib/reports/occupancy/facts";
import type { StackFacts } from "@/lib/reports/stacking/types";

type Place = { id: string; code: string; floorId: string };
type Lease = { id: string; leaseNo: string; nameZh: string | null; nameEn: string | null };

/** A building's whole history for its stacking plan. Names tenants: not for everyone who may read figures. */
export async function getStackFacts(viewer: Viewer, buildingId: string): Promise<StackFacts> {
  assertReportRows(viewer);
  const scope = { level: "BUILDING", buildingId } as const;
  const within = inScope(viewer, scope, "u");
  const [occupancy, floors, places, leases] = await Promise.all([
    getOccupancyFacts(viewer, { scope }),
    db.$queryRaw<{ id: string; label: string }[]>`
      SELECT f.id, f.label FROM floors f
      WHERE f.building_id = ${buildingId}::uuid
        AND EXISTS (SELECT 1 FROM buildings u WHERE u.id = f.building_id AND ${inScope(viewer, undefined, "u")})
      ORDER BY f.position DESC`,
    db.$queryRaw<Place[]>`SELECT u.id, u.code, u.floor_id AS "floorId" FROM units u WHERE ${within}`,
    db.$queryRaw<Lease[]>`
      SELECT DISTINCT s.id, s.lease_no AS "leaseNo", e.name_zh AS "nameZh", e.name_en AS "nameEn"
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN enterprises e ON e.id = s.enterprise_id
      JOIN units u ON u.id = l.unit_id WHERE ${within}`,
  ]);
  return {
    occupancy,
    floors,
    places: new Map(places.map(({ id, ...place }) => [id, place])),
    leases: new Map(leases.map(({ id, ...lease }) => [id, lease])),
  };
}
