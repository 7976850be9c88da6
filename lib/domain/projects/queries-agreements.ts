import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";

const select = { id: true, code: true, titleZh: true, titleEn: true } satisfies Prisma.AgreementSelect;

/** Agreements belong to the whole zone: all of them to the office, none to a firm's own people. */
function agreementReach(viewer: Viewer): Prisma.AgreementWhereInput {
  return viewer.enterpriseIds === null ? {} : { id: { in: [] } };
}

/** The agreements that a project may keep: those that match what is typed, the last signed first. */
export async function listAgreementOptions(viewer: Viewer, query = "", limit = 20) {
  const words = fold(query).split(" ").filter(Boolean);
  return db.agreement.findMany({
    where: {
      AND: [agreementReach(viewer), ...words.map((word) => ({ search: { contains: literally(word) } }))],
    },
    orderBy: [{ signedOn: "desc" }, { code: "asc" }],
    take: limit,
    select,
  });
}

/** What a list is narrowed by: the last 200 signed, and the one that it is narrowed to. */
export async function listAgreementFilter(viewer: Viewer, chosen?: string) {
  const [options, one] = await Promise.all([
    listAgreementOptions(viewer, "", 200),
    chosen
      ? db.agreement.findFirst({ where: { AND: [agreementReach(viewer), { id: chosen }] }, select })
      : null,
  ]);
  return one && !options.some(({ id }) => id === one.id) ? [one, ...options] : options;
}

/** @throws AppError INVALID at the field, where there is none */
export async function assertAgreement(on: Db, viewer: Viewer, id: string): Promise<void> {
  const found = await on.agreement.count({ where: { AND: [agreementReach(viewer), { id }] } });
  if (found === 0) throw invalid({ agreementId: "projects.errors.agreementGone" });
}
