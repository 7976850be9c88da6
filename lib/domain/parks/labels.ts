import type { ParkStatus } from "@/lib/platform/db/generated/enums";

export const parkStatusLabels: Record<ParkStatus, string> = {
  PLANNED: "parks.status.PLANNED",
  OPEN: "parks.status.OPEN",
  CLOSED: "parks.status.CLOSED",
};
