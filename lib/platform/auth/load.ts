import "server-only";
import { db } from "../db/client";
import type { ChangeVia } from "../db/generated/enums";
import { mintViewer, type Viewer } from "./viewer";

const select = {
  id: true,
  name: true,
  email: true,
  role: true,
  status: true,
  locale: true,
  allParks: true,
  sessionVersion: true,
  parks: { select: { parkId: true } },
  enterprises: { select: { enterpriseId: true } },
} as const;

/**
 * Reads the person as they are now, so that a suspension or a change of role works at the very next request.
 * Null when they may not come in: unknown, suspended, or signed out everywhere since (`sessionVersion`).
 */
export async function loadViewer(
  userId: string,
  via: ChangeVia,
  expected: { sessionVersion?: number } = {},
): Promise<Viewer | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select });
  if (user?.status !== "ACTIVE") return null;
  if (expected.sessionVersion !== undefined && expected.sessionVersion !== user.sessionVersion) return null;
  const firm = user.role === "ENTERPRISE";
  const limited = user.role === "OFFICER" && !user.allParks;
  return mintViewer({
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    locale: user.locale === "zh" ? "zh" : "en",
    via,
    parkIds: firm ? [] : limited ? user.parks.map((park) => park.parkId) : null,
    enterpriseIds: firm ? user.enterprises.map((enterprise) => enterprise.enterpriseId) : null,
  });
}
