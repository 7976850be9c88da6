import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import { containing, literally } from "@/lib/platform/paging/containing";
import type { CustomFilter } from "./rules";

/** Filters of a list as conditions on a column `custom`, for statements of our own. */
export function customConditions(custom: Prisma.Sql, filters: CustomFilter[]): Prisma.Sql[] {
  return filters.flatMap(({ id, type, is, from, to }) => {
    const value = Prisma.sql`${custom} ->> ${id}`;
    const bound = (text: string) => (type === "NUMBER" ? Prisma.sql`${text}::numeric` : Prisma.sql`${text}`);
    const compared = type === "NUMBER" ? Prisma.sql`(${value})::numeric` : Prisma.sql`(${value})`;
    return [
      // Equality by containment, which the index on the column answers.
      ...(is && type === "CHOICE" ? [Prisma.sql`${custom} @> ${JSON.stringify({ [id]: is })}::jsonb`] : []),
      ...(is && type === "TEXT" ? [Prisma.sql`${value} ILIKE ${containing(is)}`] : []),
      ...(from ? [Prisma.sql`${compared} >= ${bound(from)}`] : []),
      ...(to ? [Prisma.sql`${compared} <= ${bound(to)}`] : []),
    ];
  });
}

type Where = { custom: Prisma.JsonFilter };

/** The same for Prisma's `where`. */
export function customWhere(filters: CustomFilter[]): Where[] {
  return filters.flatMap(({ id, type, is, from, to }) => {
    const path = [id];
    const bound = (text: string) => (type === "NUMBER" ? Number(text) : text);
    return [
      ...(is && type === "CHOICE" ? [{ custom: { path, equals: is } }] : []),
      ...(is && type === "TEXT"
        ? [{ custom: { path, string_contains: literally(is), mode: "insensitive" as const } }]
        : []),
      ...(from ? [{ custom: { path, gte: bound(from) } }] : []),
      ...(to ? [{ custom: { path, lte: bound(to) } }] : []),
    ];
  });
}
