import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * A firm's own; for the office those of firms with a place in one of the parks within reach. Whoever reaches a return
 * decides on it, wherever else the firm is: it is one answer.
 */
export function returnScope(viewer: Viewer): Prisma.ReturnWhereInput {
  if (viewer.enterpriseIds !== null) return { enterpriseId: { in: [...viewer.enterpriseIds] } };
  return viewer.parkIds === null ? {} : inParks({ id: { in: [...viewer.parkIds] } });
}

/** Where a firm is in body on its round's reference date; of one in several parks each is a place, its largest too. */
export function inParks(park: Prisma.ParkWhereInput): Prisma.ReturnWhereInput {
  return { OR: [{ park }, { places: { some: { park } } }] };
}
