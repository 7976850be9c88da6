import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const agreementSelect = {
  id: true,
  code: true,
  titleZh: true,
  titleEn: true,
  kind: true,
  cluster: true,
  meetingId: true,
  signedOn: true,
  effectiveOn: true,
  expiresOn: true,
  terminatedOn: true,
  renewal: true,
  renewalMonths: true,
  ownerId: true,
  noteZh: true,
  noteEn: true,
  version: true,
  owner: { select: { name: true } },
  meeting: {
    select: {
      id: true,
      number: true,
      titleZh: true,
      titleEn: true,
      startsOn: true,
      series: { select: { nameZh: true, nameEn: true } },
    },
  },
  parties: {
    select: {
      enterpriseId: true,
      nameZh: true,
      nameEn: true,
      country: true,
      enterprise: { select: { nameZh: true, nameEn: true, country: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  },
  events: {
    select: {
      id: true,
      kind: true,
      on: true,
      expiredOn: true,
      expiresOn: true,
      textZh: true,
      textEn: true,
      evidence: true,
    },
    orderBy: [{ on: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.AgreementSelect;

type Row = Prisma.AgreementGetPayload<{ select: typeof agreementSelect }>;

export type AgreementDto = ReturnType<typeof toAgreement>;
export type PartyDto = AgreementDto["parties"][number];

export function toAgreement({ owner, meeting, parties, events, ...row }: Row) {
  return {
    ...row,
    signedOn: toCivil(row.signedOn),
    effectiveOn: toCivilOrNull(row.effectiveOn),
    expiresOn: toCivilOrNull(row.expiresOn),
    terminatedOn: toCivilOrNull(row.terminatedOn),
    owner: owner?.name ?? null,
    meeting: meeting && { ...meeting, startsOn: toCivil(meeting.startsOn) },
    parties,
    events: events.map((event) => ({
      ...event,
      on: toCivil(event.on),
      expiredOn: toCivilOrNull(event.expiredOn),
      expiresOn: toCivilOrNull(event.expiresOn),
    })),
  };
}

/** What a party is called and where it is from: the firm's own words, else those that the paper has. */
export function toPartyNames({ nameZh, nameEn, country, enterprise }: PartyDto) {
  return {
    nameZh: enterprise ? enterprise.nameZh : nameZh,
    nameEn: enterprise ? enterprise.nameEn : nameEn,
    country: country ?? enterprise?.country ?? null,
  };
}

/** The part of an agreement that its term is worked out from (rules.ts). */
export function toTerm(agreement: AgreementDto) {
  const { signedOn, expiresOn, terminatedOn, renewal, renewalMonths, events } = agreement;
  const extensions = events.filter(({ kind }) => kind === "EXTENDED");
  return { signedOn, expiresOn, terminatedOn, renewal, renewalMonths, extensions };
}
