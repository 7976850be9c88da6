import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { ImportKind, Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type ImportDto, importSelect, toImport } from "./dto";
import type { ImportListParams } from "./schema";
import { importScope } from "./scope";

/** The imports within reach, newest first, a page of them. */
export async function listImports(viewer: Viewer, params: ImportListParams): Promise<Page<ImportDto>> {
  assertCan(viewer, "imports.read");
  const kind = params.kind ? { kind: params.kind.toUpperCase() as ImportKind } : {};
  const where: Prisma.ImportWhereInput = { AND: [importScope(viewer), kind] };
  const [rows, total] = await Promise.all([
    db.import.findMany({
      where,
      orderBy: [{ createdAt: params.sort.descending ? "desc" : "asc" }, { id: "desc" }],
      skip: offsetOf(params),
      take: params.pageSize,
      select: importSelect,
    }),
    db.import.count({ where }),
  ]);
  return { rows: rows.map(toImport), total };
}

/** One import with what the viewer may do to it, or null out of reach. */
export async function getImport(viewer: Viewer, id: string) {
  assertCan(viewer, "imports.read");
  if (!isId(id)) return null;
  const row = await db.import.findFirst({
    where: { AND: [importScope(viewer), { id }] },
    select: importSelect,
  });
  if (!row) return null;
  const open = row.status === "CHECKED";
  return { ...toImport(row), can: { commit: open && can(viewer, "imports.commit") } };
}

/** What was read from an import's file, and what became of it: both packed. Null once it was purged. */
export async function findImportFile(viewer: Viewer, id: string) {
  const row = await db.import.findFirst({
    where: { AND: [importScope(viewer), { id }] },
    select: { file: { select: { table: true, outcome: true } } },
  });
  return row?.file ?? null;
}

/** The same for whoever cannot do without it. @throws AppError NOT_FOUND */
export async function getImportFile(viewer: Viewer, id: string) {
  const file = await findImportFile(viewer, id);
  if (!file) throw notFound();
  return file;
}

/** How far a commit has come. */
export async function getImportProgress(viewer: Viewer, id: string) {
  assertCan(viewer, "imports.read");
  if (!isId(id)) return null;
  const row = await db.import.findFirst({
    where: { AND: [importScope(viewer), { id }] },
    select: { status: true, progress: { select: { done: true, total: true } } },
  });
  return row && { committed: row.status === "COMMITTED", done: 0, total: 0, ...row.progress };
}

/** How files with these headers were read the last time. */
export async function getRememberedMapping(viewer: Viewer, kind: string, signature: string) {
  assertCan(viewer, "imports.create");
  const row = await db.importMapping.findUnique({
    where: { kind_signature: { kind: kind.toUpperCase() as ImportKind, signature } },
    select: { mapping: true },
  });
  return row ? (row.mapping as Record<string, number>) : null;
}

/** @throws AppError NOT_FOUND */
export async function findImportInScope(on: Db, viewer: Viewer, id: string) {
  const row = isId(id)
    ? await on.import.findFirst({ where: { AND: [importScope(viewer), { id }] }, select: importSelect })
    : null;
  if (!row) throw notFound();
  return row;
}
