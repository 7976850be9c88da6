import "server-only";
import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { db } from "../db/client";
import { authSecret } from "../env/env";
import { countFailure, forgetFailures, newDevice, secondsToWait } from "./guard";
import { passwordMatches } from "./password";

const DEVICE_COOKIE = "device";
const YEAR_S = 365 * 24 * 3600;

/** next-auth's settings. The token holds only who and which session version; the rest is read at each request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: 8 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given) => signIn(given?.email ?? "", given?.password ?? ""),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sv: (user as SignedIn).sessionVersion } : token),
    },
  };
}

type SignedIn = { id: string; sessionVersion: number };

/** The same answer, and the same time, for an unknown address, a wrong password and a suspended person. */
async function signIn(typed: string, password: string): Promise<SignedIn | null> {
  const email = typed.trim().toLowerCase().slice(0, 200);
  const jar = await cookies();
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  const hops = forwarded.split(",").map((hop) => hop.trim());
  // Only the last hop was written by our own proxy or server; earlier ones are the client's word.
  const attempt = { email, ip: hops.at(-1) ?? "", device: jar.get(DEVICE_COOKIE)?.value };
  const wait = await secondsToWait(attempt);
  if (wait > 0) throw new Error(`wait:${wait}`);
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, status: true, passwordHash: true, sessionVersion: true },
  });
  const matches = await passwordMatches(user?.passwordHash, password.slice(0, 200));
  if (!user || !matches || user.status !== "ACTIVE") {
    await countFailure(attempt);
    return null;
  }
  await forgetFailures(attempt);
  jar.set(DEVICE_COOKIE, newDevice(email), { httpOnly: true, sameSite: "lax", maxAge: YEAR_S, path: "/" });
  return { id: user.id, sessionVersion: user.sessionVersion };
}
