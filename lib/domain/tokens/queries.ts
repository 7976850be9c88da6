import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";

/** Every token, newest first, without the token itself. */
export async function listTokens(viewer: Viewer) {
  assertCan(viewer, "tokens.read");
  const rows = await db.apiToken.findMany({
    orderBy: { createdAt: "desc" },
    take: 200,
    select: {
      id: true,
      name: true,
      role: true,
      mayWrite: true,
      hint: true,
      revokedAt: true,
      createdAt: true,
      user: { select: { name: true } },
    },
  });
  return rows.map(({ createdAt, revokedAt, user, ...token }) => ({
    ...token,
    person: user.name,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
