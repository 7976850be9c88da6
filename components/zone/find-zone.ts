import { cache } from "react";
import { getZone } from "@/lib/domain/zone/queries";
import { requireViewer } from "@/lib/platform/auth/session";

/** The zone and who asks for it: for the frame, a page, its title and its header, fetched once a request. */
export const findZone = cache(async () => {
  const viewer = await requireViewer();
  return { viewer, zone: await getZone(viewer) };
});
