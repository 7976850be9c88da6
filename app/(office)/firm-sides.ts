import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";

/** What the place "enterprises" is made of, for this viewer: a firm has its own of each in its portal. */
export function firmSides(viewer: Viewer): string[] {
  if (viewer.enterpriseIds !== null) return [];
  return [
    "enterprises",
    ...(can(viewer, "change-requests.read") ? ["change-requests"] : []),
    ...(can(viewer, "memberships.confirm") ? ["memberships"] : []),
  ];
}
