import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isShown } from "./rules";

export const milestoneSelect = {
  id: true,
  projectId: true,
  position: true,
  titleZh: true,
  titleEn: true,
  weight: true,
  originalBaselineOn: true,
  baselineOn: true,
  forecastOn: true,
  actualOn: true,
  cancelledOn: true,
  owner: true,
  evidence: true,
  noEvidenceReason: true,
  version: true,
  forecasts: { select: { reportedOn: true, forecastOn: true, note: true }, orderBy: { reportedOn: "asc" } },
  proposals: {
    select: {
      baselineOn: true,
      reason: true,
      proposedOn: true,
      proposedBy: true,
      decidedOn: true,
      approved: true,
      decidedBy: true,
      decision: true,
    },
    orderBy: [{ proposedOn: "desc" }, { id: "desc" }],
  },
  waitsFor: {
    select: {
      predecessor: {
        select: {
          id: true,
          projectId: true,
          titleZh: true,
          titleEn: true,
          baselineOn: true,
          forecastOn: true,
          actualOn: true,
          cancelledOn: true,
        },
      },
    },
    orderBy: { id: "asc" },
  },
  _count: { select: { attachments: true } },
  baselines: { select: { approvedOn: true, baselineOn: true, reason: true }, orderBy: { approvedOn: "asc" } },
} satisfies Prisma.MilestoneSelect;

type Row = Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>;

export type MilestoneDto = ReturnType<typeof toMilestone>;

export function toMilestone({ waitsFor, _count, ...row }: Row) {
  return {
    ...row,
    /** Done, and neither a word nor a file shows it. */
    doneWithoutEvidence: row.actualOn !== null && !isShown(row, _count.attachments),
    files: _count.attachments,
    waitsFor: waitsFor.map(({ predecessor }) => toPredecessor(predecessor)),
    proposals: row.proposals.map((proposal) => ({
      ...proposal,
      baselineOn: toCivil(proposal.baselineOn),
      proposedOn: toCivil(proposal.proposedOn),
      decidedOn: toCivilOrNull(proposal.decidedOn),
    })),
    weight: row.weight.toFixed(3),
    originalBaselineOn: toCivil(row.originalBaselineOn),
    baselineOn: toCivil(row.baselineOn),
    forecastOn: toCivilOrNull(row.forecastOn),
    actualOn: toCivilOrNull(row.actualOn),
    cancelledOn: toCivilOrNull(row.cancelledOn),
    forecasts: row.forecasts.map(({ reportedOn, forecastOn, note }) => ({
      reportedOn: toCivil(reportedOn),
      forecastOn: toCivilOrNull(forecastOn),
      note,
    })),
    baselines: row.baselines.map(({ approvedOn, baselineOn, reason }) => ({
      approvedOn: toCivil(approvedOn),
      baselineOn: toCivil(baselineOn),
      reason,
    })),
  };
}

type Predecessor = Row["waitsFor"][number]["predecessor"];

function toPredecessor(row: Predecessor) {
  return {
    ...row,
    baselineOn: toCivil(row.baselineOn),
    forecastOn: toCivilOrNull(row.forecastOn),
    actualOn: toCivilOrNull(row.actualOn),
    cancelledOn: toCivilOrNull(row.cancelledOn),
  };
}
