import { type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { civilInZone } from "@/lib/platform/dates/today";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { FieldValue } from "./rules";

const firm = { select: { id: true, nameZh: true, nameEn: true, ownerId: true } };

export const changeRequestSelect = {
  id: true,
  enterpriseId: true,
  milestoneId: true,
  commitmentId: true,
  baseVersion: true,
  state: true,
  note: true,
  askedById: true,
  askedByName: true,
  askedAt: true,
  ownerId: true,
  decidedAt: true,
  comment: true,
  version: true,
  enterprise: firm,
  owner: { select: { name: true } },
  decidedBy: { select: { name: true } },
  milestone: {
    select: {
      id: true,
      titleZh: true,
      titleEn: true,
      project: { select: { id: true, code: true, titleZh: true, titleEn: true } },
    },
  },
  commitment: {
    select: { id: true, code: true, titleZh: true, titleEn: true, unitZh: true, unitEn: true },
  },
  fields: {
    select: {
      id: true,
      field: true,
      before: true,
      after: true,
      stale: true,
      decision: true,
      comment: true,
      attachmentId: true,
      attachment: { select: { id: true, fileName: true, title: true } },
    },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.ChangeRequestSelect;

export type ChangeRequestRow = Prisma.ChangeRequestGetPayload<{ select: typeof changeRequestSelect }>;
export type ChangeRequestFieldRow = ChangeRequestRow["fields"][number];
export type ChangeRequestDto = ReturnType<typeof toChangeRequest>;
export type ChangeRequestFieldDto = ChangeRequestDto["fields"][number];

/** `days`: since it was asked until today, or until it was decided. */
export function toChangeRequest(row: ChangeRequestRow, today: CivilDate) {
  const { askedAt, decidedAt, enterprise, owner, decidedBy, fields, ...request } = row;
  const askedOn = civilInZone(askedAt);
  const until = row.state === "DECIDED" && decidedAt ? civilInZone(decidedAt) : today;
  return {
    ...request,
    enterprise: { id: enterprise.id, nameZh: enterprise.nameZh, nameEn: enterprise.nameEn },
    owner: owner?.name ?? null,
    decidedBy: decidedBy?.name ?? null,
    askedOn,
    askedAt: askedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    days: Math.max(0, daysBetween(askedOn, until)),
    subject: toSubject(row),
    fields: fields.map(({ before, after, ...field }) => ({
      ...field,
      before: before as FieldValue,
      after: after as FieldValue,
    })),
  };
}

function toSubject({ milestoneId, commitmentId }: ChangeRequestRow): "FIRM" | "MILESTONE" | "COMMITMENT" {
  if (milestoneId) return "MILESTONE";
  return commitmentId ? "COMMITMENT" : "FIRM";
}
