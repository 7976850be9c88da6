import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { assertCan } from "../permissions";
import { projectScope } from "../projects/scope";

const MOST = 20;

const matching = (query: string) =>
  fold(query)
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ search: { contains: literally(word) } }));

/** The projects that a commitment may stand beside or count, for a form. */
export async function listProjectOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "commitments.create");
  return db.project.findMany({
    where: { AND: [projectScope(viewer), ...matching(query)] },
    orderBy: { code: "asc" },
    take: MOST,
    select: { id: true, code: true, titleZh: true, titleEn: true },
  });
}

/** The programmes whose completions a commitment may count, for a form. */
export async function listProgrammeOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "commitments.create");
  return db.programme.findMany({
    where: { AND: matching(query) },
    orderBy: { code: "asc" },
    take: MOST,
    select: { id: true, code: true, nameZh: true, nameEn: true },
  });
}

type Named = {
  agreementId: string | null;
  projectId: string | null;
  ofProgrammeId: string | null;
  ofProjectId: string | null;
  ofAgreementId: string | null;
};

/** What a commitment names is there. @throws AppError INVALID at its field */
export async function assertNamedThere(on: Db, viewer: Viewer, named: Named): Promise<void> {
  const projects = (where: Prisma.ProjectWhereInput) =>
    on.project.count({ where: { AND: [projectScope(viewer), where] } });
  const checks: [keyof Named, (id: string) => Promise<number>][] = [
    ["agreementId", (id) => on.agreement.count({ where: { id } })],
    ["projectId", (id) => projects({ id })],
    ["ofProgrammeId", (id) => on.programme.count({ where: { id } })],
    ["ofProjectId", (id) => projects({ id })],
    ["ofAgreementId", (id) => on.agreement.count({ where: { id } })],
  ];
  for (const [field, count] of checks) {
    const id = named[field];
    if (id && (await count(id)) === 0) throw invalid({ [field]: "errors.choose" });
  }
}
