import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { db, type Tx } from "@/lib/platform/db/client";
import type { ImportKind } from "@/lib/platform/db/generated/enums";
import { conflict } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findImportInScope } from "./queries";
import type { CreateImportInput, UpdateImportInput } from "./schema";

type Counts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  failed: number;
};
type Packed = Uint8Array<ArrayBuffer>;
export type CheckedFile = { bytes: Packed; table: Packed; outcome: Packed };

/** How a header of these columns is read from now on. */
export type Remembered = { signature: string; mapping: Record<string, number> };

/** Keeps a file with what a dry run found in it. Nothing of its rows is written. */
export async function createImport(
  viewer: Viewer,
  input: CreateImportInput,
  checked: CheckedFile & { counts: Counts; mapping: Record<string, number> },
) {
  const { counts, mapping, ...file } = checked;
  return inChangeSet(viewer, "imports.create", null, async (tx) => {
    const id = newId();
    await tx.import.create({
      data: {
        id,
        ...input,
        ...counts,
        mapping,
        kind: input.kind.toUpperCase() as ImportKind,
        createdById: viewer.userId,
        createdByName: viewer.name,
      },
      select: { id: true },
    });
    await tx.importFile.create({ data: { importId: id, ...file }, select: { importId: true } });
    return { id, version: 1 };
  });
}

/** Reads the columns another way, with what a dry run then found; files with the same header follow. */
export async function updateImport(
  viewer: Viewer,
  input: UpdateImportInput,
  checked: { counts: Counts; outcome: Packed; remember: Remembered },
) {
  return inChangeSet(viewer, "imports.create", null, async (tx) => {
    const found = await findImportInScope(tx, viewer, input.id);
    if (found.status !== "CHECKED") throw conflict("imports.errors.committed");
    const { mapping, nameMatch } = input;
    const updated = await updateVersion(tx, tx.import, input, { mapping, nameMatch, ...checked.counts });
    await tx.importFile.update({
      where: { importId: input.id },
      data: { outcome: checked.outcome },
      select: { importId: true },
    });
    await rememberMapping(tx, found.kind, checked.remember);
    return updated;
  });
}

/**
 * Commits an import: one change set for all that `write` writes under it. A second commit of the same import waits
 * for the first and is refused. @throws AppError CONFLICT
 */
export async function commitImport(
  viewer: Viewer,
  input: { id: string; remember: Remembered },
  write: (within: Within) => Promise<{ counts: Counts; outcome: Packed }>,
) {
  return inChangeSet(viewer, "imports.commit", null, async (tx) => {
    const found = await findImportInScope(tx, viewer, input.id);
    await tx.$queryRaw`SELECT id FROM imports WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
    const [current] = await tx.$queryRaw<{ id: string }[]>`
      SELECT current_change_set() AS id FROM imports WHERE id = ${found.id}::uuid AND status = 'CHECKED'`;
    if (!current) throw conflict("imports.errors.committed");
    const { counts, outcome } = await write({ tx, changeSetId: current.id });
    await tx.import.update({
      where: { id: found.id },
      data: {
        ...counts,
        status: "COMMITTED",
        committedAt: new Date(),
        changeSetId: current.id,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await tx.importFile.update({
      where: { importId: found.id },
      data: { outcome },
      select: { importId: true },
    });
    await rememberMapping(tx, found.kind, input.remember);
    return { id: found.id, counts };
  });
}

/** Tells how far a commit has come, outside its transaction, so that others see it. Never stops a commit. */
export async function reportImportProgress(importId: string, done: number, total: number): Promise<void> {
  const progress = { done, total, at: new Date() };
  await db.importProgress
    .upsert({
      where: { importId },
      create: { importId, ...progress },
      update: progress,
      select: { done: true },
    })
    .catch(() => {});
}

async function rememberMapping(tx: Tx, kind: ImportKind, { signature, mapping }: Remembered): Promise<void> {
  const key = { kind_signature: { kind, signature } };
  const before = await tx.importMapping.findUnique({ where: key, select: { mapping: true } });
  if (before && sameMapping(before.mapping as Record<string, number>, mapping)) return;
  await tx.importMapping.upsert({
    where: key,
    create: { kind, signature, mapping },
    update: { mapping, version: { increment: 1 } },
    select: { id: true },
  });
}

function sameMapping(one: Record<string, number>, other: Record<string, number>): boolean {
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => one[field] === other[field]);
}
