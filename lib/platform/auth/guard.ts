import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { pool } from "../db/client";
import { authSecret } from "../env/env";

/**
 * Back-off against guessing. Failures are counted by address and place (IP), so that a guesser elsewhere never
 * keeps the true user out, and apart for a device that has signed in to the address before (a signed cookie).
 * From the sixth failure on, each next attempt waits twice as long, 5 minutes at most.
 */
const FREE_FAILURES = 5;
const LONGEST_WAIT_S = 300;
const WINDOW_S = 3600;
/** Failures for one address from all places, after which an unknown device is slowed, never refused. */
const SLOW_AFTER = 30;
const SLOW_MS = 1500;

export type Attempt = { email: string; ip: string; device: string | undefined };

let limiter: RateLimiterPostgres | undefined;

function failures(): RateLimiterPostgres {
  limiter ??= new RateLimiterPostgres({
    storeClient: pool(),
    schemaName: "ops",
    tableName: "sign_in_failures",
    tableCreated: true,
    points: 1_000_000,
    duration: WINDOW_S,
    clearExpiredByTimeout: false,
  });
  return limiter;
}

function keys(attempt: Attempt): { own: string; account: string } {
  const device = readDevice(attempt.email, attempt.device);
  const own = device ? `d|${attempt.email}|${device}` : `p|${attempt.email}|${attempt.ip}`;
  return { own: own.slice(0, 250), account: `a|${attempt.email}`.slice(0, 250) };
}

/** How long this attempt must still wait, in whole seconds; 0 when it may go on. */
export async function secondsToWait(attempt: Attempt): Promise<number> {
  const { own } = keys(attempt);
  const [count, last] = await Promise.all([failures().get(own), failures().get(`${own}|t`.slice(0, 255))]);
  const failed = count?.consumedPoints ?? 0;
  if (failed < FREE_FAILURES || !last) return 0;
  const wait = Math.min(2 ** (failed - FREE_FAILURES + 1), LONGEST_WAIT_S);
  const since = Math.floor(Date.now() / 1000) - last.consumedPoints;
  return Math.max(0, wait - since);
}

/** Counts a failure, and slows an unknown device when an address is being guessed from many places. */
export async function countFailure(attempt: Attempt): Promise<void> {
  const { own, account } = keys(attempt);
  await failures().set(`${own}|t`.slice(0, 255), Math.floor(Date.now() / 1000), WINDOW_S);
  await failures()
    .consume(own)
    .catch(() => {});
  const all = await failures()
    .consume(account)
    .catch((full: { consumedPoints: number }) => full);
  if (own.startsWith("p|") && all.consumedPoints > SLOW_AFTER) {
    await new Promise((done) => setTimeout(done, SLOW_MS));
  }
}

/** A success clears what was counted for this place or device. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  const { own } = keys(attempt);
  await Promise.all([failures().delete(own), failures().delete(`${own}|t`.slice(0, 255))]);
}

const sign = (text: string) => createHmac("sha256", authSecret()).update(text).digest("base64url");

/** The cookie of a device that has signed in to an address. */
export function newDevice(email: string): string {
  const id = randomUUID();
  return `${id}.${sign(`device|${email}|${id}`)}`;
}

function readDevice(email: string, cookie: string | undefined): string | null {
  const [id, given] = cookie?.split(".") ?? [];
  if (!id || !given) return null;
  const right = Buffer.from(sign(`device|${email}|${id}`));
  const got = Buffer.from(given);
  return right.length === got.length && timingSafeEqual(right, got) ? id : null;
}
