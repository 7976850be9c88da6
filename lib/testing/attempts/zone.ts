import { getZone } from "@/lib/domain/zone/queries";
import { updateZoneSchema } from "@/lib/domain/zone/schema";
import { updateZone } from "@/lib/domain/zone/service";
import { system } from "../factories";
import type { Attempts } from "./types";

/** The one service of the zone: sets it for the first time, and changes it after that. */
export const zoneAttempts: Attempts = {
  updateZone: {
    verb: "zone.update",
    prepare: async () => {
      const { id, version } = await getZone(system);
      return (viewer) => updateZone(viewer, updateZoneSchema.parse({ id, version, nameEn: "A zone" }));
    },
  },
};
