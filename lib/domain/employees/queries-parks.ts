import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { assertParksInScope, listParkOptions } from "../parks/queries";

type Place = { enterpriseId: string; parkId: string };

/** Where a firm's own people may have people on their roster: the parks that it is or was in, by lease or in body. */
function whereFirmIs(enterpriseId: string): Prisma.ParkWhereInput {
  const own = { some: { enterpriseId } };
  return { OR: [{ leases: own }, { presences: own }, { headcounts: own }, { employees: own }] };
}

/** The parks that somebody of a firm may be said to work in: the office's reach, or the firm's own. */
export async function listRosterParks(viewer: Viewer, enterpriseId: string) {
  if (viewer.enterpriseIds === null) return listParkOptions(viewer);
  if (!viewer.enterpriseIds.includes(enterpriseId)) return [];
  const select = { id: true, code: true, nameZh: true, nameEn: true } as const;
  return db.park.findMany({ where: whereFirmIs(enterpriseId), orderBy: { code: "asc" }, select });
}

/** Each park is one that the viewer may name for its firm. @throws AppError NOT_FOUND */
export async function assertRosterParks(on: Db, viewer: Viewer, places: readonly Place[]): Promise<void> {
  if (viewer.enterpriseIds === null) {
    return assertParksInScope(
      on,
      viewer,
      places.map(({ parkId }) => parkId),
    );
  }
  const pairs = new Map(places.map((place) => [`${place.enterpriseId} ${place.parkId}`, place]));
  for (const { enterpriseId, parkId } of pairs.values()) {
    const where = { AND: [whereFirmIs(enterpriseId), { id: parkId }] };
    if ((await on.park.count({ where })) === 0) throw notFound();
  }
}
