import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The fields whose values a viewer reads: the office all, managers and firms those shown to them, viewers none. */
export function customFieldScope({ role }: Pick<Viewer, "role">): Prisma.CustomFieldWhereInput {
  if (role === "ADMIN" || role === "OFFICER") return {};
  return role === "VIEWER" ? { id: { in: [] } } : { shownTo: { has: role } };
}
