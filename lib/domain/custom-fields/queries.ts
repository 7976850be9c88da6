import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { perRequest } from "@/lib/platform/cache/per-request";
import { settled } from "@/lib/platform/cache/settled";
import { type Db, db } from "@/lib/platform/db/client";
import type { CustomFieldSubject } from "@/lib/platform/db/generated/enums";
import { notFound } from "@/lib/platform/errors/app-error";
import { isId } from "@/lib/platform/values/id";
import { assertCan } from "../permissions";
import { type CustomFieldDto, customFieldSelect, toCustomField } from "./dto";
import { type CustomFilter, readCustomFilters } from "./rules";
import { customFieldScope } from "./scope";

const inOrder = [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }] as const;

/** The fields of a subject whose values the viewer reads, in their order; retired ones among them. */
export const listFieldsOf = perRequest(
  settled("customFields", (viewer, subject: CustomFieldSubject) => listFieldsOn(db, viewer, subject)),
);

/** The same within a write, as they stand by then. */
export async function listFieldsOn(
  on: Db,
  viewer: Viewer,
  subject: CustomFieldSubject,
): Promise<CustomFieldDto[]> {
  const rows = await on.customField.findMany({
    where: { AND: [customFieldScope(viewer), { subject }] },
    select: customFieldSelect,
    orderBy: [...inOrder],
  });
  return rows.map(toCustomField);
}

/** What a list asks of custom fields: which it shows, and which of its rows. */
export type CustomAsk = { fields: CustomFieldDto[]; filters: CustomFilter[] };

/** The same while the fields are still on their way: rows are sought without them, and filters alone need them first. */
export type LateCustomAsk = {
  fields: CustomFieldDto[] | Promise<CustomFieldDto[]>;
  filters: CustomFilter[];
};

/** A list without them. */
export const noCustom: CustomAsk = { fields: [], filters: [] };

/** The fields of a subject that the viewer reads, with the filters that a list's address sets. */
export async function getCustomAsk(
  viewer: Viewer,
  subject: CustomFieldSubject,
  values: Record<string, unknown>,
): Promise<CustomAsk> {
  const fields = await listFieldsOf(viewer, subject);
  return { fields, filters: readCustomFilters(fields, values) };
}

/** Those of the fields named whose values the viewer reads, by their ids. */
export async function listFieldsById(viewer: Viewer, ids: string[]): Promise<Map<string, CustomFieldDto>> {
  if (ids.length === 0) return new Map();
  const rows = await db.customField.findMany({
    where: { AND: [customFieldScope(viewer), { id: { in: ids } }] },
    select: customFieldSelect,
  });
  return new Map(rows.map((row) => [row.id, toCustomField(row)]));
}

export type CustomFieldListItem = CustomFieldDto & { held: number };

/** Every field with how many records hold a value of it. */
export async function listCustomFields(viewer: Viewer): Promise<CustomFieldListItem[]> {
  assertCan(viewer, "custom-fields.read");
  const [rows, held] = await Promise.all([
    db.customField.findMany({ select: customFieldSelect, orderBy: [{ subject: "asc" }, ...inOrder] }),
    db.$queryRaw<{ id: string; held: number }[]>`
      SELECT k AS id, count(*)::int AS held FROM (
        SELECT jsonb_object_keys(custom) AS k FROM enterprises WHERE custom <> '{}'
        UNION ALL SELECT jsonb_object_keys(custom) FROM units WHERE custom <> '{}'
        UNION ALL SELECT jsonb_object_keys(custom) FROM projects WHERE custom <> '{}') AS keys GROUP BY 1`,
  ]);
  const counts = new Map(held.map((row) => [row.id, row.held]));
  return rows.map((row) => ({ ...toCustomField(row), held: counts.get(row.id) ?? 0 }));
}

/** One field with how many records hold it, and whether any ever did; null where there is none. */
export async function getCustomField(viewer: Viewer, id: string) {
  assertCan(viewer, "custom-fields.read");
  if (!isId(id)) return null;
  const row = await db.customField.findUnique({ where: { id }, select: customFieldSelect });
  if (!row) return null;
  const uses = await countUses(db, row);
  return { ...toCustomField(row), ...uses };
}

/** @throws AppError NOT_FOUND */
export async function findCustomField(on: Db, id: string) {
  const row = await on.customField.findUnique({ where: { id }, select: customFieldSelect });
  if (!row) throw notFound();
  return toCustomField(row);
}

/** How many records hold a value of a field, how many chose each of its options, and which were ever used. */
export async function countUses(on: Db, { id, subject }: { id: string; subject: CustomFieldSubject }) {
  const rows = await on.$queryRaw<{ value: string; held: number }[]>`
    SELECT c.custom ->> ${id} AS value, count(*)::int AS held FROM (
      SELECT custom FROM enterprises WHERE ${subject} = 'ENTERPRISE'
      UNION ALL SELECT custom FROM units WHERE ${subject} = 'UNIT'
      UNION ALL SELECT custom FROM projects WHERE ${subject} = 'PROJECT') AS c
    WHERE c.custom ->> ${id} IS NOT NULL GROUP BY 1`;
  const uses = await on.customFieldUse.findMany({ where: { fieldId: id }, select: { optionId: true } });
  return {
    held: rows.reduce((sum, row) => sum + row.held, 0),
    used: uses.length > 0,
    heldBy: new Map(rows.map((row) => [row.value, row.held])),
    usedOptions: uses.flatMap(({ optionId }) => optionId ?? []),
  };
}
