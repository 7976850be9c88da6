import { toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { fieldsOf } from "./rules";
import type { ReturnDefinition } from "./schema";

const versionSelect = {
  select: { id: true, number: true, definition: true, frozenAt: true, version: true, createdAt: true },
  orderBy: { number: "desc" },
} satisfies Prisma.ReturnForm$versionsArgs;

export const returnFormSelect = {
  id: true,
  code: true,
  titleZh: true,
  titleEn: true,
  months: true,
  retiredOn: true,
  version: true,
  versions: versionSelect,
} satisfies Prisma.ReturnFormSelect;

type Row = Prisma.ReturnFormGetPayload<{ select: typeof returnFormSelect }>;

export type ReturnFormDto = ReturnType<typeof toReturnForm>;
export type FormVersionDto = ReturnFormDto["versions"][number];

/** The column holds what the service wrote, and nothing else writes it: `designFormSchema` is its one door. */
export function readDefinition(kept: Prisma.JsonValue): ReturnDefinition {
  return kept as unknown as ReturnDefinition;
}

export function toReturnForm({ retiredOn, versions, ...form }: Row) {
  return { ...form, retiredOn: toCivilOrNull(retiredOn), versions: versions.map(toFormVersion) };
}

export function toFormVersion({
  definition: kept,
  frozenAt,
  createdAt,
  ...version
}: Row["versions"][number]) {
  const definition = readDefinition(kept);
  return {
    ...version,
    definition,
    questions: fieldsOf(definition).length,
    /** A round asks it: it stays as it is. */
    frozen: frozenAt !== null,
    createdAt: createdAt.toISOString(),
  };
}
