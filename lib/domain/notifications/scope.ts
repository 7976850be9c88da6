import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** One's own, whatever one's role: nobody reads what another was told. */
export function notificationScope({ userId }: Viewer): Prisma.NotificationWhereInput {
  return userId === null ? { id: { in: [] } } : { userId };
}
