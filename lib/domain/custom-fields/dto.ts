import type { Prisma } from "@/lib/platform/db/generated/client";

export const customFieldSelect = {
  id: true,
  subject: true,
  key: true,
  type: true,
  labelZh: true,
  labelEn: true,
  helpZh: true,
  helpEn: true,
  position: true,
  required: true,
  decimals: true,
  unit: true,
  minValue: true,
  maxValue: true,
  maxLength: true,
  shownTo: true,
  retiredAt: true,
  version: true,
  options: {
    select: { id: true, key: true, labelZh: true, labelEn: true, retired: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.CustomFieldSelect;

type Row = Prisma.CustomFieldGetPayload<{ select: typeof customFieldSelect }>;

export type CustomFieldDto = ReturnType<typeof toCustomField>;

/** A field with its value on one record. */
export type CustomEntry = { field: CustomFieldDto; value: string | null };

export function toCustomField({ minValue, maxValue, retiredAt, ...field }: Row) {
  return {
    ...field,
    minValue: minValue?.toString() ?? null,
    maxValue: maxValue?.toString() ?? null,
    retiredAt: retiredAt?.toISOString() ?? null,
  };
}

/** Values as they are kept, by the fields' ids. */
export type CustomKept = Record<string, string | number>;

/** A record's values of the fields given: which those are has been asked of the viewer. */
export function toCustomValues(fields: CustomFieldDto[], kept: Prisma.JsonValue): Record<string, string> {
  const values = (kept ?? {}) as CustomKept;
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = values[id];
      return value === undefined ? [] : [[id, String(value)]];
    }),
  );
}

/** Each of the fields given with the record's value; a retired one only where it holds one. */
export function toCustomEntries(fields: CustomFieldDto[], kept: Prisma.JsonValue): CustomEntry[] {
  const values = toCustomValues(fields, kept);
  return fields
    .map((field) => ({ field, value: values[field.id] ?? null }))
    .filter(({ field, value }) => field.retiredAt === null || value !== null);
}

/** The values by the fields' keys, a choice by its option's: what programs read. */
export function toCustomByKey(entries: CustomEntry[]): Record<string, string | null> {
  return Object.fromEntries(
    entries.map(({ field, value }) => [
      field.key,
      field.type === "CHOICE" ? (field.options.find(({ id }) => id === value)?.key ?? null) : value,
    ]),
  );
}
