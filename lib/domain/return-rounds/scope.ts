import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * Rounds are the office's: of the whole zone to all of it, of one park to those who reach that park. A firm reads a
 * round with its own return.
 */
export function roundScope(viewer: Viewer): Prisma.ReturnRoundWhereInput {
  if (viewer.enterpriseIds !== null) {
    return { returns: { some: { enterpriseId: { in: [...viewer.enterpriseIds] } } } };
  }
  if (viewer.parkIds === null) return {};
  return { OR: [{ parkId: null }, { parkId: { in: [...viewer.parkIds] } }] };
}

/** Whose round it is to run: who reaches the zone, or the one park that it asks. */
export function runsRound(viewer: Viewer, parkId: string | null): boolean {
  if (viewer.enterpriseIds !== null) return false;
  return viewer.parkIds === null || (parkId !== null && viewer.parkIds.includes(parkId));
}
