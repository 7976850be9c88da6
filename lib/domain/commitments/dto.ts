import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

const firm = { select: { id: true, nameZh: true, nameEn: true } };
const titled = { select: { id: true, code: true, titleZh: true, titleEn: true } };

export const commitmentSelect = {
  id: true,
  code: true,
  titleZh: true,
  titleEn: true,
  promisorId: true,
  promisorZh: true,
  promisorEn: true,
  promiseeZh: true,
  promiseeEn: true,
  sourceZh: true,
  sourceEn: true,
  agreementId: true,
  projectId: true,
  metric: true,
  ofEnterpriseId: true,
  ofParkId: true,
  ofProgrammeId: true,
  ofProjectId: true,
  ofAgreementId: true,
  unitZh: true,
  unitEn: true,
  baselineValue: true,
  baselineOn: true,
  targetValue: true,
  targetOn: true,
  path: true,
  waivedOn: true,
  waivedReason: true,
  ownerId: true,
  version: true,
  promisor: firm,
  agreement: titled,
  project: { select: { ...titled.select, leadId: true } },
  owner: { select: { name: true } },
  steps: { select: { on: true, value: true }, orderBy: { on: "asc" } },
} satisfies Prisma.CommitmentSelect;

export const commitmentDetailSelect = {
  ...commitmentSelect,
  ofEnterprise: firm,
  ofPark: { select: { id: true, nameZh: true, nameEn: true } },
  ofProgramme: { select: { id: true, code: true, nameZh: true, nameEn: true } },
  ofProject: titled,
  ofAgreement: titled,
  measurements: {
    select: { id: true, on: true, value: true, source: true, evidence: true, version: true },
    orderBy: { on: "asc" },
  },
} satisfies Prisma.CommitmentSelect;

type Row = Prisma.CommitmentGetPayload<{ select: typeof commitmentSelect }>;
type DetailRow = Prisma.CommitmentGetPayload<{ select: typeof commitmentDetailSelect }>;

export type CommitmentDto = ReturnType<typeof toCommitment>;
export type CommitmentDetailDto = ReturnType<typeof toCommitmentDetail>;
export type MeasurementDto = CommitmentDetailDto["measurements"][number];

/** The agreement and what the office calls its owner are the office's; of projects a firm knows those that it leads. */
export function toCommitment(row: Row, firms: readonly string[] | null) {
  const { baselineValue, targetValue, steps, owner, project, agreement, ...commitment } = row;
  const led = project && (firms === null || firms.includes(project.leadId ?? ""));
  return {
    ...commitment,
    baselineValue: baselineValue.toString(),
    baselineOn: toCivil(row.baselineOn),
    targetValue: targetValue.toString(),
    targetOn: toCivil(row.targetOn),
    waivedOn: toCivilOrNull(row.waivedOn),
    owner: firms === null ? (owner?.name ?? null) : null,
    project: led
      ? { id: project.id, code: project.code, titleZh: project.titleZh, titleEn: project.titleEn }
      : null,
    agreement: firms === null ? agreement : null,
    steps: steps.map(({ on, value }) => ({ on: toCivil(on), value: value.toString() })),
  };
}

export function toCommitmentDetail(row: DetailRow, firms: readonly string[] | null) {
  const { ofEnterprise, ofPark, ofProgramme, ofProject, ofAgreement, measurements, ...rest } = row;
  return {
    ...toCommitment(rest, firms),
    ...{ ofEnterprise, ofPark, ofProgramme, ofProject, ofAgreement },
    measurements: measurements.map(({ on, value, ...measurement }) => ({
      ...measurement,
      on: toCivil(on),
      value: value.toString(),
    })),
  };
}
