import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { computeLeaseStatus, listLinesOn } from "./rules";

export const leaseSelect = {
  id: true,
  leaseNo: true,
  parkId: true,
  signedOn: true,
  startsOn: true,
  endsOn: true,
  movedInOn: true,
  terminatedOn: true,
  movedOutOn: true,
  breakOn: true,
  holdover: true,
  renewalOfId: true,
  subleaseOfId: true,
  note: true,
  version: true,
  park: { select: { code: true, nameZh: true, nameEn: true } },
  enterprise: { select: { id: true, nameZh: true, nameEn: true } },
  lines: {
    select: {
      unitId: true,
      area: true,
      seats: true,
      lineFrom: true,
      lineTo: true,
      unit: {
        select: {
          code: true,
          area: true,
          validTo: true,
          building: { select: { code: true, nameZh: true, nameEn: true } },
        },
      },
    },
    orderBy: { unit: { code: "asc" } },
  },
} satisfies Prisma.LeaseSelect;

type Row = Prisma.LeaseGetPayload<{ select: typeof leaseSelect }>;

export type LeaseDto = ReturnType<typeof toLease>;

/** A lease as it stands on a day: its status is derived, its area is the sum of its lines of that day. */
export function toLease(row: Row, asOf: CivilDate) {
  const { lines, signedOn, startsOn, endsOn, movedInOn, terminatedOn, movedOutOn, breakOn, ...lease } = row;
  const terms = {
    signedOn: toCivilOrNull(signedOn),
    startsOn: toCivil(startsOn),
    endsOn: toCivil(endsOn),
    movedInOn: toCivilOrNull(movedInOn),
    terminatedOn: toCivilOrNull(terminatedOn),
    movedOutOn: toCivilOrNull(movedOutOn),
    breakOn: toCivilOrNull(breakOn),
  };
  const dated = lines.map((line) => ({
    ...line,
    lineFrom: toCivilOrNull(line.lineFrom),
    lineTo: toCivilOrNull(line.lineTo),
    unitTo: toCivilOrNull(line.unit.validTo),
  }));
  const area = listLinesOn({ ...terms, holdover: lease.holdover }, dated, asOf).reduce(
    (sum, line) => sum + Math.round(Number(line.area) * 100),
    0,
  );
  return {
    ...lease,
    ...terms,
    status: computeLeaseStatus({ ...terms, holdover: lease.holdover }, asOf),
    area: (area / 100).toFixed(2),
    lines: dated.map(({ unit, ...line }) => ({
      ...line,
      area: line.area.toFixed(2),
      unit: unit.code,
      unitArea: unit.area.toFixed(2),
      building: unit.building,
    })),
  };
}
