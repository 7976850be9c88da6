import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type CustomFieldDto, toCustomEntries } from "../custom-fields/dto";

/** A licence or standing as it leaves the server. */
export const qualificationSelect = {
  id: true,
  title: true,
  number: true,
  issuer: true,
  validFrom: true,
  validTo: true,
  attachmentId: true,
} satisfies Prisma.EnterpriseQualificationSelect;

export const enterpriseSelect = {
  id: true,
  nameZh: true,
  nameEn: true,
  shortName: true,
  formerNames: true,
  tags: true,
  cluster: true,
  sectorCode: true,
  country: true,
  ultimateParent: true,
  foreignShare: true,
  headquarters: true,
  publicBody: true,
  stage: true,
  website: true,
  description: true,
  ownerId: true,
  branchOfId: true,
  endedOn: true,
  mergedIntoId: true,
  custom: true,
  version: true,
  owner: { select: { name: true } },
  branchOf: { select: { id: true, nameZh: true, nameEn: true } },
  mergedInto: { select: { id: true, nameZh: true, nameEn: true } },
  identifiers: {
    select: { type: true, value: true, country: true, former: true },
    orderBy: [{ former: "asc" }, { type: "asc" }, { value: "asc" }],
  },
  contacts: {
    select: { name: true, position: true, phone: true, email: true, primary: true },
    orderBy: [{ primary: "desc" }, { name: "asc" }],
  },
  qualifications: {
    select: qualificationSelect,
    orderBy: [{ validTo: { sort: "asc", nulls: "last" } }, { title: "asc" }, { id: "asc" }],
  },
  presences: {
    select: {
      parkId: true,
      kind: true,
      fromOn: true,
      toOn: true,
      park: { select: { code: true, nameZh: true, nameEn: true } },
    },
    orderBy: [{ fromOn: "desc" }, { id: "asc" }],
  },
} satisfies Prisma.EnterpriseSelect;

type Row = Prisma.EnterpriseGetPayload<{ select: typeof enterpriseSelect }>;

export type EnterpriseDto = ReturnType<typeof toEnterprise>;

export function toEnterprise(
  { foreignShare, endedOn, presences, qualifications, owner, custom, ...enterprise }: Row,
  fields: CustomFieldDto[],
) {
  return {
    ...enterprise,
    customFields: toCustomEntries(fields, custom),
    owner: owner?.name ?? null,
    foreignShare: foreignShare?.toFixed(2) ?? null,
    endedOn: toCivilOrNull(endedOn),
    qualifications: qualifications.map(toQualification),
    presences: presences.map(({ fromOn, toOn, ...presence }) => ({
      ...presence,
      fromOn: toCivil(fromOn),
      toOn: toCivilOrNull(toOn),
    })),
  };
}

type Qualification = Row["qualifications"][number];
export type QualificationDto = ReturnType<typeof toQualification>;

export function toQualification({ validFrom, validTo, ...qualification }: Qualification) {
  return { ...qualification, validFrom: toCivilOrNull(validFrom), validTo: toCivilOrNull(validTo) };
}
