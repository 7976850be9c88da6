import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { assertCan, can } from "../permissions";
import { projectScope } from "./scope";

/** The register of risks, issues and decisions is the office's own: a firm reads its project without. */
export function seesRegister(viewer: Viewer): boolean {
  return viewer.enterpriseIds === null && can(viewer, "projects.read");
}

/** The register of a project: what is open first, then by the day it was raised, the newest first. */
export async function listEntries(viewer: Viewer, projectId: string) {
  assertCan(viewer, "projects.read");
  if (!seesRegister(viewer)) return [];
  const rows = await db.projectEntry.findMany({
    where: { projectId, project: projectScope(viewer) },
    orderBy: [{ closedOn: { sort: "desc", nulls: "first" } }, { raisedOn: "desc" }, { id: "desc" }],
    select: entrySelect,
  });
  return rows.map(toEntry);
}

const entrySelect = {
  id: true,
  kind: true,
  titleZh: true,
  titleEn: true,
  raisedOn: true,
  owner: true,
  severity: true,
  dueOn: true,
  closedOn: true,
  outcome: true,
  version: true,
} as const;

type EntryDays = { raisedOn: Date; dueOn: Date | null; closedOn: Date | null };

function toEntry<Row extends EntryDays>({ raisedOn, dueOn, closedOn, ...entry }: Row) {
  return {
    ...entry,
    raisedOn: toCivil(raisedOn),
    dueOn: toCivilOrNull(dueOn),
    closedOn: toCivilOrNull(closedOn),
  };
}

/** The amounts of a project by their days; what they come to is told by queries-money.ts alone. */
export async function listAmounts(viewer: Viewer, projectId: string) {
  assertCan(viewer, "projects.read");
  const rows = await db.projectAmount.findMany({
    where: { projectId, project: projectScope(viewer) },
    orderBy: [{ on: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      on: true,
      amount: true,
      currency: true,
      note: true,
      source: true,
      version: true,
    },
  });
  return rows.map(({ on, amount, ...row }) => ({ ...row, on: toCivil(on), amount: amount.toFixed(2) }));
}

/**
 * What was last declared by a day, or null. `expired`: its time was over by then; it is told, and no longer counts.
 */
export async function getDeclaredRag(viewer: Viewer, projectId: string, on: CivilDate) {
  assertCan(viewer, "projects.read");
  const row = await db.projectRag.findFirst({
    where: { projectId, on: { lte: fromCivil(on) }, project: projectScope(viewer) },
    orderBy: { on: "desc" },
    select: { id: true, rag: true, on: true, expiresOn: true, reason: true, version: true },
  });
  if (!row) return null;
  const expiresOn = toCivil(row.expiresOn);
  return { ...row, on: toCivil(row.on), expiresOn, expired: expiresOn <= on };
}

/** @throws AppError NOT_FOUND */
export async function findAmountInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.projectAmount.findFirst({
    where: { id, project: projectScope(viewer) },
    select: { id: true, projectId: true },
  });
  if (!row) throw notFound();
  return row;
}

/** @throws AppError NOT_FOUND */
export async function findEntryInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.projectEntry.findFirst({
    where: { id, project: projectScope(viewer) },
    select: { id: true, projectId: true, raisedOn: true },
  });
  if (!row || !seesRegister(viewer)) throw notFound();
  return row;
}

/** @throws AppError NOT_FOUND */
export async function findRagInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.projectRag.findFirst({
    where: { id, project: projectScope(viewer) },
    select: { id: true, projectId: true },
  });
  if (!row) throw notFound();
  return row;
}
