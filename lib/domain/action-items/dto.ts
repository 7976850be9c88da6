import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { actionItemState } from "./rules";

export const actionItemSelect = {
  id: true,
  number: true,
  titleZh: true,
  titleEn: true,
  note: true,
  raisedOn: true,
  dueOn: true,
  doneOn: true,
  droppedOn: true,
  result: true,
  ownerId: true,
  meetingId: true,
  outcomeId: true,
  agreementId: true,
  projectId: true,
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
  outcome: { select: { id: true, kind: true, textZh: true, textEn: true } },
  agreement: { select: { id: true, code: true, titleZh: true, titleEn: true } },
  project: { select: { id: true, code: true, titleZh: true, titleEn: true } },
} satisfies Prisma.ActionItemSelect;

type Row = Prisma.ActionItemGetPayload<{ select: typeof actionItemSelect }>;

export type ActionItemDto = ReturnType<typeof toActionItem>;

/** An item with its state on a day; null before it was raised. */
export function toActionItem({ owner, meeting, ...row }: Row, on: CivilDate) {
  const days = {
    raisedOn: toCivil(row.raisedOn),
    dueOn: toCivilOrNull(row.dueOn),
    doneOn: toCivilOrNull(row.doneOn),
    droppedOn: toCivilOrNull(row.droppedOn),
  };
  return {
    ...row,
    ...days,
    owner: owner?.name ?? null,
    meeting: meeting && { ...meeting, startsOn: toCivil(meeting.startsOn) },
    state: actionItemState(days, on),
  };
}
