import "server-only";
import type { Tx } from "../db/client";
import { Prisma } from "../db/generated/client";
import { AppError } from "../errors/app-error";

/** The part of a Prisma delegate that is needed; each model's own types are stricter. */
type Versioned<Data> = {
  updateMany(args: {
    where: { id: string; version: number };
    data: Data & { version: { increment: number } };
  }): Promise<{
    count: number;
  }>;
};

/**
 * Updates a row only if it still has the version that the editor saw.
 * @returns the id and the new version
 * @throws AppError STALE with what changed since, by whom
 */
export async function updateVersion<Data extends object>(
  tx: Tx,
  model: Versioned<Data>,
  seen: { id: string; version: number },
  data: Data,
): Promise<{ id: string; version: number }> {
  const { count } = await model.updateMany({
    where: { id: seen.id, version: seen.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw await staleError(tx, seen);
  return { id: seen.id, version: seen.version + 1 };
}

/**
 * Deletes a row only if it still has the version that the editor saw.
 * @throws AppError STALE with what changed since, by whom
 */
export async function deleteVersion(
  tx: Tx,
  model: { deleteMany(args: { where: { id: string; version: number } }): Promise<{ count: number }> },
  { id, version }: { id: string; version: number },
): Promise<{ id: string }> {
  const { count } = await model.deleteMany({ where: { id, version } });
  if (count === 0) throw await staleError(tx, { id, version });
  return { id };
}

/**
 * Refuses what was written against another version than the one that stands, without writing to the row.
 * @throws AppError STALE with what changed since, by whom
 */
export async function assertSeen(tx: Tx, standing: { id: string; version: number }, version: number) {
  if (standing.version !== version) throw await staleError(tx, { id: standing.id, version });
}

type Row = Record<string, unknown>;
type Since = { before: Row; after: Row; at: Date; actor_name: string };

/** Names what others changed since a version was seen. Columns are told by the names that forms use. */
async function staleError(tx: Tx, seen: { id: string; version: number }): Promise<AppError> {
  const since = await tx.$queryRaw<Since[]>(Prisma.sql`
    SELECT c.before, c.after, c.at, s.actor_name
    FROM changes c JOIN change_sets s ON s.id = c.change_set_id
    WHERE c.row_id = ${seen.id}::uuid AND c.op = 'U' AND (c.after ->> 'version')::int > ${seen.version}
    ORDER BY c.id`);
  const first = since[0];
  const last = since.at(-1);
  if (!first || !last) return withoutChange(tx, seen.id);
  const theirs: Record<string, string | null> = {};
  const [then, now] = [flatten(first.before), flatten(last.after)];
  for (const column of new Set([...Object.keys(then), ...Object.keys(now)])) {
    const value = now[column] ?? null;
    if (column !== "version" && JSON.stringify(value) !== JSON.stringify(then[column] ?? null)) {
      theirs[camel(column)] = value === null ? null : String(value);
    }
  }
  return new AppError("STALE", "errors.stale", undefined, {
    version: Number(last.after.version),
    by: last.actor_name,
    at: last.at.toISOString(),
    theirs,
  });
}

/** A column that holds several values by name (`custom`) as one for each of them: `custom.<name>`. */
export function flatten(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.entries(value).map(([name, inner]) => [`${column}.${name}`, inner])
        : [[column, value]],
    ),
  );
}

function camel(column: string): string {
  const name = column === "on_date" ? "on" : column;
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Nothing newer is recorded: the row is gone, or the version asked for never was one that an editor saw. */
async function withoutChange(tx: Tx, id: string): Promise<AppError> {
  const [last] = await tx.$queryRaw<{ op: string }[]>`
    SELECT op FROM changes WHERE row_id = ${id}::uuid ORDER BY id DESC LIMIT 1`;
  const standing = last !== undefined && last.op !== "D";
  return standing ? new AppError("CONFLICT", "errors.stale") : new AppError("NOT_FOUND", "errors.notFound");
}
