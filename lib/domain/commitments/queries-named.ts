import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { projectScope } from "../projects/scope";

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
