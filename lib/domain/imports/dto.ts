import type { Prisma } from "@/lib/platform/db/generated/client";
import type { importKinds, nameMatches } from "./schema";

export const importSelect = {
  id: true,
  kind: true,
  status: true,
  fileName: true,
  fileSize: true,
  sheet: true,
  headerRow: true,
  headers: true,
  mapping: true,
  nameMatch: true,
  rows: true,
  created: true,
  updated: true,
  unchanged: true,
  duplicates: true,
  failed: true,
  createdByName: true,
  createdAt: true,
  committedAt: true,
  changeSetId: true,
  version: true,
} satisfies Prisma.ImportSelect;

type Row = Prisma.ImportGetPayload<{ select: typeof importSelect }>;

export type ImportDto = ReturnType<typeof toImport>;

export function toImport({ kind, mapping, nameMatch, createdAt, committedAt, ...row }: Row) {
  return {
    ...row,
    kind: kind.toLowerCase() as (typeof importKinds)[number],
    // Written by the service from a checked mapping, and held by a CHECK to the three words.
    mapping: mapping as Record<string, number>,
    nameMatch: nameMatch as (typeof nameMatches)[number],
    createdAt: createdAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
  };
}
