import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { authSecret } from "../env/env";

/** Where next-auth keeps its token: the first over https, the second without. */
export const sessionCookies = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

const claims = z.object({ sub: z.uuid(), sv: z.number().int() });

/**
 * The claims of the session that came with the request, or null where none stands. Read by next-auth's own
 * decoder and without the rest of it: its session call writes a new token at each request, which a page
 * cannot send anyway.
 */
export async function readSessionToken(): Promise<{ userId: string; sessionVersion: number } | null> {
  const jar = await cookies();
  const token = sessionCookies.map((name) => jar.get(name)?.value).find(Boolean);
  if (!token) return null;
  // What is forged or has expired throws: it is no session.
  const decoded = await decode({ token, secret: authSecret() }).catch(() => null);
  const parsed = claims.safeParse(decoded);
  return parsed.success ? { userId: parsed.data.sub, sessionVersion: parsed.data.sv } : null;
}
