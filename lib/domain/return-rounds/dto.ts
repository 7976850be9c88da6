import { toCivil } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { roundStateOf } from "./rules";

export const roundSelect = {
  id: true,
  code: true,
  titleZh: true,
  titleEn: true,
  formVersionId: true,
  periodFrom: true,
  referenceOn: true,
  opensOn: true,
  dueOn: true,
  closesOn: true,
  parkId: true,
  leaveRegisteredOnly: true,
  leavePublicBodies: true,
  ownerId: true,
  scopedAt: true,
  closedAt: true,
  standing: true,
  version: true,
  park: { select: { id: true, code: true, nameZh: true, nameEn: true } },
  owner: { select: { name: true } },
  formVersion: {
    select: { number: true, form: { select: { id: true, code: true, titleZh: true, titleEn: true } } },
  },
} satisfies Prisma.ReturnRoundSelect;

type Row = Prisma.ReturnRoundGetPayload<{ select: typeof roundSelect }>;

export type RoundDto = ReturnType<typeof toRound>;

/** The days of a round as civil dates. */
export function toRoundDays<
  Days extends Pick<Row, "periodFrom" | "referenceOn" | "opensOn" | "dueOn" | "closesOn">,
>({ periodFrom, referenceOn, opensOn, dueOn, closesOn }: Days) {
  return {
    periodFrom: toCivil(periodFrom),
    referenceOn: toCivil(referenceOn),
    opensOn: toCivil(opensOn),
    dueOn: toCivil(dueOn),
    closesOn: toCivil(closesOn),
  };
}

export function toRound({ scopedAt, closedAt, owner, formVersion, ...round }: Row) {
  return {
    ...round,
    ...toRoundDays(round),
    state: roundStateOf({ scopedAt, closedAt }),
    scopedAt: scopedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    owner: owner?.name ?? null,
    form: formVersion.form,
    formNumber: formVersion.number,
  };
}
