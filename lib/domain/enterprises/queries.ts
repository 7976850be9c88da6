import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { conflict, messageOf, notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { findBestFirst } from "@/lib/platform/search/best-first";
import { isId } from "@/lib/platform/values/id";
import { listFieldsOf } from "../custom-fields/queries";
import { assertCan, can } from "../permissions";
import { enterpriseSelect, toEnterprise } from "./dto";
import { enterpriseScope } from "./scope";

/** One firm with what the viewer may do to it, or null out of reach. */
export async function getEnterprise(viewer: Viewer, id: string) {
  assertCan(viewer, "enterprises.read");
  if (!isId(id)) return null;
  const [row, fields] = await Promise.all([
    db.enterprise.findFirst({
      where: { AND: [enterpriseScope(viewer), { id }] },
      select: enterpriseSelect,
    }),
    listFieldsOf(viewer, "ENTERPRISE"),
  ]);
  if (!row) return null;
  return {
    ...toEnterprise(row, fields),
    can: {
      update: row.mergedIntoId === null && can(viewer, "enterprises.update"),
      merge: row.endedOn === null && can(viewer, "enterprises.merge"),
      close: row.endedOn === null && can(viewer, "enterprises.close"),
      addLease: row.endedOn === null && can(viewer, "leases.create"),
      addHeadcount: row.mergedIntoId === null && can(viewer, "headcounts.create"),
      readMembers: row.mergedIntoId === null && can(viewer, "memberships.read"),
      addEmployee: row.mergedIntoId === null && can(viewer, "employees.create"),
    },
  };
}

/** Up to 20 firms within reach that match a text, the best first, for choosing. */
export async function listEnterpriseOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "enterprises.read");
  return findBestFirst("enterprise", query, (among, take) =>
    db.enterprise.findMany({
      where: { AND: [enterpriseScope(viewer), { endedOn: null }, among ?? matching(query)] },
      orderBy: viewer.locale === "zh" ? { sortZh: "asc" } : { sortEn: "asc" },
      take,
      select: {
        id: true,
        nameZh: true,
        nameEn: true,
        identifiers: { where: { former: false }, select: { value: true }, take: 1 },
      },
    }),
  );
}

/** All of them are within reach. @throws AppError NOT_FOUND */
export async function assertEnterprisesInScope(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await on.enterprise.count({
    where: { AND: [enterpriseScope(viewer), { id: { in: wanted } }] },
  });
  if (found < wanted.length) throw notFound();
}

/** @throws AppError NOT_FOUND */
export async function findEnterpriseInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.enterprise.findFirst({
    where: { AND: [enterpriseScope(viewer), { id }] },
    select: enterpriseSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** A firm that was merged is closed to every change. @throws AppError CONFLICT, naming the firm that it is now */
export function assertNotMerged({ mergedInto }: { mergedInto: Named | null }): void {
  if (mergedInto) throw conflict(toMergedWords(mergedInto));
}

/** That a firm was merged, with the name of the one that it is now, as the database says it. */
export function toMergedWords({ nameZh, nameEn }: Named): string {
  return messageOf("enterprises.errors.mergedInto", { firm: [nameZh, nameEn].filter(Boolean).join(" · ") });
}

export type Named = { nameZh: string | null; nameEn: string | null };

/** Any part of any name, its pinyin or initials, or an identifier; several words must all be there. */
function matching(query: string): Prisma.EnterpriseWhereInput {
  const words = fold(query).split(" ").filter(Boolean);
  return { AND: words.map((word) => ({ search: { contains: literally(word) } })) };
}

/** The firms' own dates for the header of a page: first and last day of any lease. */
export async function getTenancySpan(viewer: Viewer, id: string) {
  const found = await db.leaseLine.aggregate({
    where: { lease: { enterpriseId: id, enterprise: enterpriseScope(viewer) }, inForceFrom: { not: null } },
    _min: { inForceFrom: true },
  });
  return found._min.inForceFrom ? toCivil(found._min.inForceFrom) : null;
}
