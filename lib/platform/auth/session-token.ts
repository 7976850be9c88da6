import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { authSecret } from "../env/env";

/** Where next-auth keeps its token: the first over https, the second without. */
export const sessionCookies = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

const claims = z.object({ sub: z.uuid(), sv: z.number().int(), exp: z.number() });

type Session = { userId: string; sessionVersion: number };

/** Sessions that were read lately: each would cost a millisecond of key derivation at every request. */
const MOST_SESSIONS = 2_000;
/** By a hash of the token, so that no token that signs anybody in lies about in memory. */
const read = new Map<string, Session & { expires: number }>();

/**
 * The claims of the session that came with the request, or null where none stands. Read by next-auth's own
 * decoder and without the rest of it: its session call writes a new token at each request, which a page
 * cannot send anyway. Whether the person may still come in is asked of the database, each time.
 */
export async function readSessionToken(): Promise<Session | null> {
  const jar = await cookies();
  const token = sessionCookies.map((name) => jar.get(name)?.value).find(Boolean);
  if (!token) return null;
  const secret = authSecret();
  const key = createHash("sha256").update(secret).update("\0").update(token).digest("base64");
  const known = read.get(key);
  if (known && known.expires > Date.now()) return known;
  read.delete(key);
  // What is forged or has expired throws: it is no session.
  const decoded = await decode({ token, secret }).catch(() => null);
  const parsed = claims.safeParse(decoded);
  if (!parsed.success) return null;
  const session = {
    userId: parsed.data.sub,
    sessionVersion: parsed.data.sv,
    expires: parsed.data.exp * 1000,
  };
  const [oldest] = read.keys();
  if (read.size >= MOST_SESSIONS && oldest !== undefined) read.delete(oldest);
  read.set(key, session);
  return session;
}
