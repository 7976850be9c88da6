import { toCivil } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const programmeSelect = {
  id: true,
  code: true,
  nameZh: true,
  nameEn: true,
  instituteId: true,
  agreementId: true,
  target: true,
  firstYear: true,
  lastYear: true,
  noteZh: true,
  noteEn: true,
  ownerId: true,
  version: true,
  institute: { select: { id: true, nameZh: true, nameEn: true } },
  agreement: { select: { id: true, code: true, titleZh: true, titleEn: true } },
  owner: { select: { name: true } },
} satisfies Prisma.ProgrammeSelect;

export const programmeDetailSelect = {
  ...programmeSelect,
  cohorts: {
    select: {
      year: true,
      path: true,
      planned: true,
      enrolled: true,
      completed: true,
      dropped: true,
      placed: true,
      reportedOn: true,
      source: true,
    },
    orderBy: { year: "asc" },
  },
} satisfies Prisma.ProgrammeSelect;

type Row = Prisma.ProgrammeGetPayload<{ select: typeof programmeSelect }>;
type DetailRow = Prisma.ProgrammeGetPayload<{ select: typeof programmeDetailSelect }>;

export type ProgrammeDto = ReturnType<typeof toProgramme>;
export type ProgrammeDetailDto = ReturnType<typeof toProgrammeDetail>;
export type CohortDto = ProgrammeDetailDto["cohorts"][number];

export function toProgramme({ owner, ...programme }: Row) {
  return { ...programme, owner: owner?.name ?? null };
}

/** With the counts as they stand; what counted on an earlier day is the report's question. */
export function toProgrammeDetail({ cohorts, ...row }: DetailRow) {
  return {
    ...toProgramme(row),
    cohorts: cohorts.map(({ reportedOn, ...cohort }) => ({ ...cohort, reportedOn: toCivil(reportedOn) })),
  };
}
