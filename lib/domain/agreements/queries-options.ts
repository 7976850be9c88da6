import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { findBestFirst, MOST_OPTIONS, type Narrowed } from "@/lib/platform/search/best-first";
import { assertCan } from "../permissions";
import { agreementScope } from "./scope";

const select = { id: true, code: true, titleZh: true, titleEn: true } satisfies Prisma.AgreementSelect;

/** The best matches for what is typed, then the last signed first; the newest where nothing is. */
export async function listAgreementOptions(viewer: Viewer, query = "", limit = MOST_OPTIONS) {
  assertCan(viewer, "agreements.read");
  const words = fold(query).split(" ").filter(Boolean);
  const find = (among: Narrowed | null, take: number) =>
    db.agreement.findMany({
      where: {
        AND: [
          agreementScope(viewer),
          ...(among ? [among] : words.map((word) => ({ search: { contains: literally(word) } }))),
        ],
      },
      orderBy: [{ signedOn: "desc" }, { code: "asc" }],
      take,
      select,
    });
  return findBestFirst("agreement", query, find, limit);
}

/** What a list is narrowed by: the last 200 signed, and the one that it is narrowed to. */
export async function listAgreementFilter(viewer: Viewer, chosen?: string) {
  const [options, one] = await Promise.all([
    listAgreementOptions(viewer, "", 200),
    chosen
      ? db.agreement.findFirst({ where: { AND: [agreementScope(viewer), { id: chosen }] }, select })
      : null,
  ]);
  return one && !options.some(({ id }) => id === one.id) ? [one, ...options] : options;
}

/** Whether all that a record is to be tied to are there for whoever ties it. */
export async function hasAgreements(on: Db, viewer: Viewer, ids: string[]): Promise<boolean> {
  assertCan(viewer, "agreements.read");
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const where = { AND: [agreementScope(viewer), { id: { in: wanted } }] };
  return (await on.agreement.count({ where })) === wanted.length;
}

/** @throws AppError NOT_FOUND where one is not there, or out of reach */
export async function assertAgreements(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  if (!(await hasAgreements(on, viewer, ids))) throw notFound();
}
