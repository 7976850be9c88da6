import "server-only";
import type { Look } from "../cache/changed-since";
import { lookAtSettled, noteSettled } from "../cache/settled";
import { db } from "../db/client";
import { enterFirmSession } from "../db/firm-session";
import { Prisma } from "../db/generated/client";
import type { ChangeVia, Role } from "../db/generated/enums";
import { mintViewer, type Viewer } from "./viewer";

type PersonRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: string;
  allParks: boolean;
  sessionVersion: number;
  parkIds: string[];
  enterpriseIds: string[];
};

type SessionRow = PersonRow & Look & { unread: number };
type TokenRow = PersonRow & { tokenRole: Role; mayWrite: boolean };

// One statement, since every request begins with it: three of Prisma's would be three round trips.
const person = Prisma.sql`
  u.id::text AS id, u.name, u.email, u.role::text AS role, u.locale, u.all_parks AS "allParks",
  u.session_version AS "sessionVersion",
  ARRAY(SELECT p.park_id::text FROM user_parks p WHERE p.user_id = u.id) AS "parkIds",
  ARRAY(SELECT e.enterprise_id::text FROM user_enterprises e WHERE e.user_id = u.id) AS "enterpriseIds"`;

/**
 * Reads the person as they are now, so that a suspension or a change of role works at the very next request.
 * Null when they may not come in: unknown, suspended, or signed out everywhere since (`sessionVersion`).
 */
export async function loadViewer(
  userId: string,
  via: ChangeVia,
  expected: { sessionVersion?: number } = {},
): Promise<Viewer | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT ${person}, (SELECT count(*)::int FROM notifications n WHERE n.user_id = u.id AND n.read_at IS NULL) AS unread,
      ${lookAtSettled()}
    FROM users u WHERE u.id = ${userId}::uuid AND u.status = 'ACTIVE'`;
  if (!row) return null;
  noteSettled(row);
  if (expected.sessionVersion !== undefined && expected.sessionVersion !== row.sessionVersion) return null;
  return mintViewer({ ...toViewer(row, via), unread: row.unread });
}

/** Whose calendar a secret opens, as they are now; a calendar that was closed opens nothing. */
export async function loadCalendarHolder(tokenHash: string): Promise<Viewer | null> {
  const [row] = await db.$queryRaw<PersonRow[]>`
    SELECT ${person} FROM notification_calendars c JOIN users u ON u.id = c.user_id
    WHERE c.token_hash = ${tokenHash} AND u.status = 'ACTIVE'`;
  return row ? toViewer(row, "API") : null;
}

/** Who a token that is not revoked belongs to, as they are now, and the role it was made for. */
export async function loadTokenHolder(tokenHash: string): Promise<{ viewer: Viewer; role: Role } | null> {
  const [row] = await db.$queryRaw<TokenRow[]>`
    SELECT ${person}, t.role::text AS "tokenRole", t.may_write AS "mayWrite"
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = ${tokenHash} AND t.revoked_at IS NULL AND u.status = 'ACTIVE'`;
  if (!row) return null;
  return { viewer: mintViewer({ ...toViewer(row, "API"), readsOnly: !row.mayWrite }), role: row.tokenRole };
}

function toViewer(row: PersonRow, via: ChangeVia): Viewer {
  const firm = row.role === "ENTERPRISE";
  const limited = row.role === "OFFICER" && !row.allParks;
  if (firm) enterFirmSession({ userId: row.id, enterpriseIds: row.enterpriseIds });
  return mintViewer({
    userId: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    locale: row.locale === "zh" ? "zh" : "en",
    via,
    parkIds: firm ? [] : limited ? row.parkIds : null,
    enterpriseIds: firm ? row.enterpriseIds : null,
  });
}
