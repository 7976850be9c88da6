import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The buildings of the parks within reach. */
export function buildingScope(viewer: Viewer): Prisma.BuildingWhereInput {
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
