import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { assertCan } from "../permissions";

/** The agreements whose code or title has what is typed, for a form that ties a record to one. At most twenty. */
export async function listAgreementOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "programmes.read");
  const words = fold(query).split(" ").filter(Boolean);
  return db.agreement.findMany({
    where: { AND: words.map((word) => ({ search: { contains: literally(word) } })) },
    orderBy: [{ signedOn: "desc" }, { code: "asc" }],
    take: 20,
    select: { id: true, code: true, titleZh: true, titleEn: true },
  });
}

/** Agreements belong to the whole zone, as does what is tied to them. @throws AppError NOT_FOUND */
export async function assertAgreements(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  assertCan(viewer, "programmes.read");
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  if ((await on.agreement.count({ where: { id: { in: wanted } } })) < wanted.length) throw notFound();
}
