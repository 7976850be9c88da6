import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

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
  version: true,
  forecasts: { select: { reportedOn: true, forecastOn: true, note: true }, orderBy: { reportedOn: "asc" } },
  baselines: { select: { approvedOn: true, baselineOn: true, reason: true }, orderBy: { approvedOn: "asc" } },
} satisfies Prisma.MilestoneSelect;

type Row = Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>;

export type MilestoneDto = ReturnType<typeof toMilestone>;

export function toMilestone(row: Row) {
  return {
    ...row,
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
