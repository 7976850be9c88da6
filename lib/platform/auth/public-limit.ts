import "server-only";
import { headers } from "next/headers";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { pool } from "../db/client";

const HOUR_S = 3600;
const limiters = new Map<string, RateLimiterPostgres>();

/** Counts a call from where this request comes from. @returns whether it is still within so many an hour */
export async function countPublicCall(name: string, anHour: number): Promise<boolean> {
  const limiter = limiters.get(name) ?? newLimiter(name, anHour);
  limiters.set(name, limiter);
  const hops = ((await headers()).get("x-forwarded-for") ?? "").split(",");
  // Only the last hop was written by our own proxy or server.
  const place = (hops.at(-1) ?? "").trim().slice(0, 100);
  return limiter.consume(place).then(
    () => true,
    // A refusal is a result of the limiter's; anything else is a fault.
    (thrown) => {
      if (thrown instanceof Error) throw thrown;
      return false;
    },
  );
}

function newLimiter(name: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    schemaName: "ops",
    tableName: "sign_in_failures",
    tableCreated: true,
    keyPrefix: `public:${name}`,
    points,
    duration: HOUR_S,
    clearExpiredByTimeout: false,
  });
}
