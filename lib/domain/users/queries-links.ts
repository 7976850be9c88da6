import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";
import { type SetupLinkDto, setupLinkSelect, toSetupLink } from "./dto";
import { linkMailKey } from "./rules";
import { userScope } from "./scope";

/** The newest link by which a person sets a password, and what became of its mail; never the link itself. */
export async function getSetupLink(viewer: Viewer, userId: string): Promise<SetupLinkDto | null> {
  assertCan(viewer, "users.read");
  const link = await db.setupLink.findFirst({
    where: { userId, user: userScope(viewer) },
    orderBy: { id: "desc" },
    select: setupLinkSelect,
  });
  if (!link) return null;
  const mail = await db.mail.findUnique({
    where: { key: linkMailKey(link.id) },
    select: { id: true, address: true, state: true, sentAt: true },
  });
  return toSetupLink(link, mail, new Date());
}
