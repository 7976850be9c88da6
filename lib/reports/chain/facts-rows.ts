import "server-only";
import type { AgreementDto } from "@/lib/domain/agreements/dto";
import { attachmentScope } from "@/lib/domain/attachments/scope";
import { listCommitmentsByIds } from "@/lib/domain/commitments/queries";
import { commitmentScope } from "@/lib/domain/commitments/scope";
import { assertCan } from "@/lib/domain/permissions";
import { projectScope } from "@/lib/domain/projects/scope";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { ProjectStage } from "@/lib/platform/db/generated/enums";
import { type CommitmentRow, withFigures } from "@/lib/reports/commitments/facts";
import { type AgreementRow, withStandings } from "@/lib/reports/lists/agreements";
import { listProjectReports, type ProjectReport } from "@/lib/reports/progress/facts";

type Titles = { id: string; code: string; titleZh: string | null; titleEn: string | null };

/** Milestones that were not cancelled by the day. */
export type Steps = { done: number; all: number; late: number; next: CivilDate | null };

export type ChainProject = Titles & { stage: ProjectStage; steps: Steps };

/** An agreement with everything down the chain from it, as far as it is within the viewer's reach. */
export type ChainRow = AgreementRow & {
  commitments: CommitmentRow[];
  projects: ChainProject[];
  steps: Steps;
  /** Files beside the agreement, its commitments, projects and milestones. */
  evidence: number;
};

/**
 * What hangs on each of some agreements on a day; a statement for each kind of thing, however many agreements.
 * Projects keep their own rule: an officer limited to parks finds those of their parks.
 */
export async function withChain(
  viewer: Viewer,
  agreements: AgreementDto[],
  asOf: CivilDate,
): Promise<ChainRow[]> {
  assertCan(viewer, "reports.rows");
  const ids = agreements.map(({ id }) => id);
  const [rows, projects, promised] = await Promise.all([
    withStandings(viewer, agreements, asOf),
    db.project.findMany({
      where: { AND: [projectScope(viewer), { agreementId: { in: ids } }] },
      orderBy: { code: "asc" },
      select: { id: true, agreementId: true, code: true, titleZh: true, titleEn: true, stage: true },
    }),
    db.commitment.findMany({
      where: {
        AND: [
          commitmentScope(viewer),
          {
            OR: [{ agreementId: { in: ids } }, { agreementId: null, project: { agreementId: { in: ids } } }],
          },
        ],
      },
      orderBy: { code: "asc" },
      select: { id: true, agreementId: true, project: { select: { agreementId: true } } },
    }),
  ]);
  const codes = projects.map(({ code }) => code);
  const promises = promised.map(({ id }) => id);
  const [reports, commitments] = await Promise.all([
    listProjectReports(viewer, codes, asOf),
    listCommitmentsByIds(viewer, promises).then((found) => withFigures(found, asOf)),
  ]);
  const byCode = new Map(reports.map((report) => [report.code, report]));
  const figures = new Map(commitments.map((commitment) => [commitment.id, commitment]));
  const evidence = await countFiles(
    viewer,
    [...ids, ...promises, ...projects.map(({ id }) => id), ...reports.flatMap(idsOfSteps)],
    asOf,
  );
  return rows.map((row) => {
    const own = projects
      .filter(({ agreementId }) => agreementId === row.id)
      .map(({ agreementId: _, ...project }) => ({
        ...project,
        steps: toSteps(byCode.get(project.code), asOf),
      }));
    const kept = promised
      .filter(({ agreementId, project }) => (agreementId ?? project?.agreementId) === row.id)
      .flatMap(({ id }) => figures.get(id) ?? []);
    const below = own.flatMap(({ id, code }) => [id, ...idsOfSteps(byCode.get(code))]);
    const files = [row.id, ...kept.map(({ id }) => id), ...below];
    return {
      ...row,
      ...{ commitments: kept, projects: own },
      steps: own.map(({ steps }) => steps).reduce(addSteps, noSteps),
      evidence: files.reduce((sum, id) => sum + (evidence.get(id) ?? 0), 0),
    };
  });
}

const idsOfSteps = (report?: ProjectReport) => report?.milestones.map(({ id }) => id) ?? [];

/** How many files stood beside each record by the end of the day in the zone. */
async function countFiles(viewer: Viewer, ids: string[], asOf: CivilDate): Promise<Map<string, number>> {
  const counts = await db.attachment.groupBy({
    by: ["ownerId"],
    where: {
      AND: [
        attachmentScope(viewer),
        { ownerId: { in: ids }, createdAt: { lte: new Date(`${asOf}T23:59:59.999+08:00`) } },
      ],
    },
    _count: true,
  });
  return new Map(counts.map(({ ownerId, _count }) => [ownerId, _count]));
}

const noSteps: Steps = { done: 0, all: 0, late: 0, next: null };

function toSteps(report: ProjectReport | undefined, asOf: CivilDate): Steps {
  const live = (report?.milestones ?? []).filter(({ rag }) => rag !== "CANCELLED");
  const open = live.filter(({ done }) => !done);
  const next = open.map(({ forecast, baseline }) => forecast ?? baseline).filter((day) => day >= asOf);
  return {
    all: live.length,
    done: live.length - open.length,
    late: open.filter(({ overdue }) => overdue).length,
    next: next.sort()[0] ?? null,
  };
}

function addSteps(a: Steps, b: Steps): Steps {
  const next = [a.next, b.next].filter((day) => day !== null).sort()[0] ?? null;
  return { done: a.done + b.done, all: a.all + b.all, late: a.late + b.late, next };
}
