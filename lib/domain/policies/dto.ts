import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { stateOn, versionOn } from "./rules";

const days = { number: true, inForceFrom: true, inForceTo: true } satisfies Prisma.PolicyVersionSelect;
const titles = { id: true, code: true, titleZh: true, titleEn: true } as const;

export const policySelect = {
  ...titles,
  kind: true,
  issuerZh: true,
  issuerEn: true,
  systemId: true,
  instituteId: true,
  version: true,
  system: { select: titles },
  institute: { select: { id: true, nameZh: true, nameEn: true } },
  versions: { select: days, orderBy: { inForceFrom: "asc" } },
} satisfies Prisma.PolicySelect;

export const policyDetailSelect = {
  ...policySelect,
  versions: {
    select: { ...days, summaryZh: true, summaryEn: true, textZh: true, textEn: true },
    orderBy: { inForceFrom: "asc" },
  },
  parts: { select: { ...titles, versions: { select: days } }, orderBy: [{ code: "asc" }, { id: "asc" }] },
  agreements: { select: { agreementId: true, agreement: { select: titles } }, orderBy: { id: "asc" } },
  programmes: {
    select: {
      programmeId: true,
      programme: { select: { id: true, code: true, nameZh: true, nameEn: true } },
    },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.PolicySelect;

type Row = Prisma.PolicyGetPayload<{ select: typeof policySelect }>;
type DetailRow = Prisma.PolicyGetPayload<{ select: typeof policyDetailSelect }>;
type Days = { inForceFrom: Date; inForceTo: Date | null };

export type PolicyDto = ReturnType<typeof toPolicy>;
export type PolicyDetailDto = ReturnType<typeof toPolicyDetail>;
export type PolicyVersionDto = PolicyDetailDto["versions"][number];

/** With how it stands on the day. */
export function toPolicy({ versions, ...policy }: Row, on: CivilDate) {
  const dated = versions.map(toDays);
  const current = versionOn(dated, on);
  return {
    ...policy,
    state: stateOn(dated, on),
    inForce: current && { number: current.number, from: current.inForceFrom, to: current.inForceTo },
  };
}

export function toPolicyDetail(row: DetailRow, on: CivilDate) {
  const { versions, parts, agreements, programmes, ...policy } = row;
  return {
    ...toPolicy({ ...policy, versions }, on),
    versions: versions.map(toDays),
    parts: parts.map(({ versions: texts, ...part }) => ({ ...part, state: stateOn(texts.map(toDays), on) })),
    agreements: agreements.map(({ agreementId, agreement }) => ({ agreementId, agreement })),
    programmes: programmes.map(({ programmeId, programme }) => ({ programmeId, programme })),
  };
}

export function toDays<Version extends Days>(version: Version) {
  const { inForceFrom, inForceTo, ...rest } = version;
  return { ...rest, inForceFrom: toCivil(inForceFrom), inForceTo: toCivilOrNull(inForceTo) };
}
