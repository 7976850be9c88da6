import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { milestoneSelect, toMilestone } from "../milestones/dto";

export const projectSelect = {
  id: true,
  code: true,
  titleZh: true,
  titleEn: true,
  cluster: true,
  kind: true,
  stage: true,
  parkId: true,
  leadId: true,
  ownerId: true,
  tags: true,
  plannedInvestment: true,
  plannedInvestmentCurrency: true,
  agreementId: true,
  startedOn: true,
  deliveredOn: true,
  cancelledOn: true,
  custom: true,
  version: true,
  park: { select: { code: true, nameZh: true, nameEn: true } },
  lead: { select: { id: true, nameZh: true, nameEn: true } },
  owner: { select: { name: true } },
  agreement: { select: { id: true, code: true, titleZh: true, titleEn: true } },
} satisfies Prisma.ProjectSelect;

export const projectDetailSelect = {
  ...projectSelect,
  milestones: { select: milestoneSelect, orderBy: [{ position: "asc" }, { id: "asc" }] },
  updates: {
    select: { id: true, on: true, textZh: true, textEn: true },
    orderBy: [{ on: "desc" }, { id: "desc" }],
  },
} satisfies Prisma.ProjectSelect;

type Row = Prisma.ProjectGetPayload<{ select: typeof projectSelect }>;
type DetailRow = Prisma.ProjectGetPayload<{ select: typeof projectDetailSelect }>;

export type ProjectDto = ReturnType<typeof toProject>;
export type ProjectDetailDto = ReturnType<typeof toProjectDetail>;

/** Without the values of custom fields: which of them may be read is asked of the viewer. */
export function toProject(row: Row) {
  const {
    plannedInvestment: amount,
    plannedInvestmentCurrency: currency,
    cancelledOn,
    startedOn,
    deliveredOn,
    owner,
    custom: _,
    ...project
  } = row;
  return {
    ...project,
    owner: owner?.name ?? null,
    startedOn: toCivilOrNull(startedOn),
    deliveredOn: toCivilOrNull(deliveredOn),
    cancelledOn: toCivilOrNull(cancelledOn),
    plannedInvestment: amount && currency ? { amount: amount.toFixed(2), currency } : null,
  };
}

export function toProjectDetail({ milestones, updates, ...row }: DetailRow) {
  return {
    ...toProject(row),
    milestones: milestones.map(toMilestone),
    updates: updates.map(({ on, ...update }) => ({ ...update, on: toCivil(on) })),
  };
}
