import "server-only";
import { Prisma } from "../db/generated/client";

/** A range of the index and not a pattern, so that it is read in order whatever the plan. */
export function startsWith(needle: string): Prisma.Sql {
  return Prisma.sql`term >= ${needle} AND term < ${`${needle}\u{10FFFF}`}`;
}

/** How good a place of `search_terms` is: 0 the whole name or code, 1 its beginning, then the later places of it. */
export function rankOf(needle: string): Prisma.Sql {
  return Prisma.sql`CASE WHEN weight = 0 AND term = ${needle} THEN 0 ELSE weight + 1 END`;
}
