import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The administrator's outbox: all of it, and for everybody else none. */
export function mailScope({ role }: Viewer): Prisma.MailWhereInput {
  return role === "ADMIN" ? {} : { id: { in: [] } };
}
