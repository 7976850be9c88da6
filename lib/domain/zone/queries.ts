import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { settled } from "@/lib/platform/cache/settled";
import { db } from "@/lib/platform/db/client";
import { assertCan, can } from "../permissions";
import { unsetZone, zoneSelect } from "./dto";
import { ZONE_ID } from "./rules";

const readZone = settled("zone", () => db.zone.findUnique({ where: { id: ZONE_ID }, select: zoneSelect }));

/** The zone with what the viewer may do; without words, and of version 0, where nobody has set it. */
export async function getZone(viewer: Viewer) {
  assertCan(viewer, "zone.read");
  const row = await readZone(viewer);
  return {
    ...(row ?? unsetZone),
    can: {
      update: can(viewer, "zone.update") && reachesZone(viewer),
      readHistory: can(viewer, "change-sets.read"),
      readSettings: can(viewer, "users.read"),
    },
  };
}
