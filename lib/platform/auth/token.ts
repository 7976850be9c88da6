import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { enterFirmSession } from "../db/firm-session";
import { loadCalendarHolder, loadTokenHolder } from "./load";
import { mintViewer, type Viewer } from "./viewer";

/** Recognisable in a leak scan, and never mistaken for a password. */
const PREFIX = "tnt_";

export function newToken(): string {
  return `${PREFIX}${newSecret()}`;
}

/** What nobody guesses, for an address that is its own key. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Who a bearer token speaks for: its person as they are now, with the token's role. Null when it is unknown or
 * revoked, its person is gone, or their role no longer allows it (an administrator's token may be of any role).
 */
export async function viewerOfToken(token: string): Promise<Viewer | null> {
  if (!token.startsWith(PREFIX)) return null;
  const holder = await loadTokenHolder(hashToken(token));
  if (!holder) return null;
  const { viewer, role } = holder;
  if (viewer.role === role) return viewer;
  if (viewer.role !== "ADMIN") return null;
  const firm = role === "ENTERPRISE";
  if (firm && viewer.userId) enterFirmSession({ userId: viewer.userId, enterpriseIds: [] });
  return mintViewer({
    ...viewer,
    role,
    parkIds: firm ? [] : null,
    enterpriseIds: firm ? [] : null,
  });
}

/** Whose due dates the secret in a calendar's address opens, or null: for reading, and nothing else. */
export async function viewerOfCalendar(secret: string): Promise<Viewer | null> {
  const viewer = await loadCalendarHolder(hashToken(secret));
  return viewer && mintViewer({ ...viewer, readsOnly: true });
}
