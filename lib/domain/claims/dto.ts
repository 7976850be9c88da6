import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

const names = { select: { nameZh: true, nameEn: true } } as const;
const titles = { select: { titleZh: true, titleEn: true } } as const;

export const bindingSelect = {
  id: true,
  metric: true,
  scope: true,
  parkId: true,
  enterpriseId: true,
  agreementId: true,
  programmeId: true,
  projectId: true,
  meetingId: true,
  currency: true,
  comparison: true,
  said: true,
  park: names,
  enterprise: names,
  agreement: titles,
  programme: names,
  project: titles,
  meeting: { select: { number: true, series: names } },
} satisfies Prisma.ClaimBindingSelect;

export const claimSelect = {
  id: true,
  code: true,
  textZh: true,
  textEn: true,
  publishedOn: true,
  publishedIn: true,
  asOf: true,
  signedOffAt: true,
  signedOffBy: true,
  withdrawnOn: true,
  version: true,
  bindings: { select: bindingSelect, orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;
type BindingRow = Row["bindings"][number];

export type ClaimDto = ReturnType<typeof toClaim>;
export type BindingDto = ReturnType<typeof toBinding>;

export function toClaim({ bindings, ...claim }: Row) {
  return {
    ...claim,
    publishedOn: toCivil(claim.publishedOn),
    asOf: toCivil(claim.asOf),
    withdrawnOn: toCivilOrNull(claim.withdrawnOn),
    signedOffAt: claim.signedOffAt?.toISOString() ?? null,
    bindings: bindings.map(toBinding),
  };
}

/** With what its scope is called, in both languages; the whole zone has no name of its own here. */
function toBinding(row: BindingRow) {
  const { id, metric, scope, currency, comparison, said } = row;
  const scopeId =
    row.parkId ?? row.enterpriseId ?? row.agreementId ?? row.programmeId ?? row.projectId ?? row.meetingId;
  return { id, metric, scope, scopeId, currency, comparison, said: said.toFixed(), of: nameOfScope(row) };
}

type Names = { nameZh: string | null; nameEn: string | null };

function nameOfScope(row: BindingRow): Names | null {
  const titled = row.agreement ?? row.project;
  if (titled) return { nameZh: titled.titleZh, nameEn: titled.titleEn };
  if (row.meeting) return toMeetingName(row.meeting);
  return row.park ?? row.enterprise ?? row.programme;
}

/** A session by its series and number. */
export function toMeetingName({ number, series }: { number: number; series: Names }): Names {
  return {
    nameZh: series.nameZh && `${series.nameZh}第${number}次会议`,
    nameEn: series.nameEn && `${series.nameEn}, session ${number}`,
  };
}
