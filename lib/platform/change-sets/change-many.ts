import "server-only";
import type { Db, Tx } from "../db/client";
import { Prisma } from "../db/generated/client";
import { conflict, invalid } from "../errors/app-error";
import { MAX_TAGS } from "../values/text";

/** A column and what it is set to; the type is the database's own name of it. */
type Setting = { column: string; type: string; value: string | null };

/** A custom field and the option that it is set to; null takes it away. */
export type Choosing = { id: string; value: string | null };

/** One change to many rows of a table that has versions. */
export type ManyChange = {
  table: "enterprises" | "projects" | "units";
  /** Within reach of who asks: the caller has seen to that. */
  ids: string[];
  set: Setting[];
  choose: Choosing[];
  /** Null for a table that has no tags. */
  tags: { add: string[]; remove: string[] } | null;
  /** Of `t`: rows that stay as they are whatever is chosen, such as cancelled projects. */
  except: Prisma.Sql;
};

/** What may be set on many: an owner (or `NOBODY`), a cluster, a stage of the type that is named. Null is left as it is. */
export function settingsOf(
  input: { ownerId: string | null; cluster: string | null; stage: string | null },
  stageType: string,
): Setting[] {
  const { ownerId, cluster, stage } = input;
  return [
    ...(ownerId ? [{ column: "owner_id", type: "uuid", value: ownerId === "NOBODY" ? null : ownerId }] : []),
    ...(cluster ? [{ column: "cluster", type: "cluster", value: cluster }] : []),
    ...(stage ? [{ column: "stage", type: stageType, value: stage }] : []),
  ];
}

/** By column; of custom fields `custom.` and the field's id. */
type Values = Record<string, string | null>;
export type ManyPreview = {
  total: number;
  changed: number;
  /** Rows that stay as they are by `except`. */
  left: number;
  /** Stands for the rows and their versions: whoever saves says with it what was seen. */
  digest: string;
  rows: { id: string; before: Values; after: Values }[];
};

/** What a change would do, with the first rows that it changes. */
export async function previewMany(on: Db, change: ManyChange, limit: number): Promise<ManyPreview> {
  const [found] = await on.$queryRaw<ManyPreview[]>`
    WITH next AS MATERIALIZED (${nextRows(change)})
    SELECT count(*)::int AS total, count(*) FILTER (WHERE changed)::int AS changed,
      count(*) FILTER (WHERE left_alone)::int AS left, ${digestOf} AS digest,
      coalesce((SELECT json_agg(json_build_object('id', id, 'before', before, 'after', after) ORDER BY position)
        FROM (SELECT * FROM next WHERE changed ORDER BY position LIMIT ${limit}) AS shown), '[]') AS rows
    FROM next`;
  if (!found) throw new Error("An aggregate answers one row");
  return found;
}

/**
 * Writes it, to the rows that it changes alone. Rows somebody saved since they were looked at, or that are no longer
 * the same ones, refuse all; and so does a change of nothing. @throws AppError CONFLICT; INVALID `addTags`
 */
export async function changeMany(tx: Tx, change: ManyChange, digest: string): Promise<{ count: number }> {
  const table = Prisma.raw(`"${change.table}"`);
  const crowded = change.tags
    ? Prisma.sql`coalesce(bool_or(changed AND cardinality(tags) > ${MAX_TAGS}), false)`
    : Prisma.sql`false`;
  // In one order, so that two who change the same rows wait for each other instead of deadlocking.
  await tx.$queryRaw`SELECT id FROM ${table} WHERE id = ANY (${change.ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const [now] = await tx.$queryRaw<{ digest: string; crowded: boolean }[]>`
    WITH next AS MATERIALIZED (${nextRows(change)})
    SELECT ${digestOf} AS digest, ${crowded} AS crowded FROM next`;
  if (now?.digest !== digest) throw conflict("ui.bulk.moved");
  if (now.crowded) throw invalid({ addTags: "errors.tagsMany" });
  if (columnsOf(change).length === 0) throw conflict("ui.bulk.nothingChanges");
  const columns = columnsOf(change).map((column) => Prisma.raw(`"${column}" = next."${column}"`));
  const sets = Prisma.join([...columns, Prisma.sql`version = t.version + 1`]);
  const count = await tx.$executeRaw`
    WITH next AS MATERIALIZED (${nextRows(change)})
    UPDATE ${table} t SET ${sets} FROM next WHERE next.id = t.id AND next.changed`;
  if (count === 0) throw conflict("ui.bulk.nothingChanges");
  return { count };
}

const digestOf = Prisma.sql`md5(coalesce(string_agg(id::text || ':' || seen_version, ',' ORDER BY id), ''))`;

/** What of a row is written. */
function columnsOf({ set, choose, tags }: ManyChange): string[] {
  const own = set.map(({ column }) => column);
  return [...own, ...(choose.length > 0 ? ["custom"] : []), ...(tags ? ["tags"] : [])];
}

/** Each row with its values before and after, in the order of the ids. Names come from a closed list in code. */
function nextRows(change: ManyChange): Prisma.Sql {
  const { table, ids, set, choose, tags, except } = change;
  const name = (column: string) => Prisma.raw(`"${column}"`);
  const after = set.map(
    ({ column, type, value }) => Prisma.sql`${value}::text::${Prisma.raw(type)} AS ${name(column)}`,
  );
  if (choose.length > 0) {
    const chosen = JSON.stringify(Object.fromEntries(choose.map(({ id, value }) => [id, value])));
    after.push(Prisma.sql`jsonb_strip_nulls(t.custom || ${chosen}::jsonb) AS custom`);
  }
  if (tags) after.push(Prisma.sql`${nextTags(tags)} AS tags`);
  const pairs = (of: string) => [
    ...set.map(({ column }) => Prisma.sql`${column}::text, ${name(of)}.${name(column)}::text`),
    ...choose.map(({ id }) => Prisma.sql`${`custom.${id}`}::text, ${name(of)}.custom ->> ${id}::text`),
    ...(tags ? [Prisma.sql`'tags', array_to_string(${name(of)}.tags, ', ')`] : []),
  ];
  const tuple = (of: string) =>
    Prisma.join(columnsOf(change).map((column) => Prisma.sql`${name(of)}.${name(column)}`));
  // Nothing to set is a change of nothing, and no empty list of columns.
  const next = after.length > 0 ? Prisma.join(after) : Prisma.sql`NULL`;
  const differs =
    after.length > 0 ? Prisma.sql`ROW(${tuple("t")}) IS DISTINCT FROM ROW(${tuple("a")})` : Prisma.sql`false`;
  const said = (of: string) =>
    after.length > 0 ? Prisma.sql`json_build_object(${Prisma.join(pairs(of))})` : Prisma.sql`'{}'::json`;
  return Prisma.sql`
    SELECT t.id, t.version AS seen_version, w.position, a.*, (${except}) AS left_alone,
      NOT (${except}) AND ${differs} AS changed, ${said("t")} AS before, ${said("a")} AS after
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS w(id, position)
    JOIN ${name(table)} t ON t.id = w.id
    CROSS JOIN LATERAL (SELECT ${next}) AS a`;
}

function nextTags({ add, remove }: { add: string[]; remove: string[] }): Prisma.Sql {
  const gone = remove.map((tag) => tag.toLowerCase());
  return Prisma.sql`ARRAY(SELECT tag FROM unnest(t.tags || ARRAY(
      SELECT added FROM unnest(${add}::text[]) AS added
      WHERE lower(added) <> ALL (SELECT lower(had) FROM unnest(t.tags) AS had))) AS tag
    WHERE lower(tag) <> ALL (${gone}::text[]) ORDER BY tag COLLATE "C")`;
}
