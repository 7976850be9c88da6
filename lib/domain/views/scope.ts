import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** One's own views, and for the office those that are shared. */
export function viewScope(viewer: Viewer): Prisma.ViewWhereInput {
  const shared: Prisma.ViewWhereInput[] = viewer.enterpriseIds === null ? [{ shared: true }] : [];
  const own: Prisma.ViewWhereInput[] = viewer.userId === null ? [] : [{ ownerId: viewer.userId }];
  return { OR: [...own, ...shared] };
}
