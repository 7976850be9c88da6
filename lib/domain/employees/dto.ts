import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The name is not among it: it comes from the names that were opened, or not at all. */
export const employeeSelect = {
  id: true,
  number: true,
  staffNo: true,
  jobCategory: true,
  nationality: true,
  degree: true,
  talentGrade: true,
  permitClass: true,
  permitExpiresOn: true,
  employment: true,
  intern: true,
  joinedOn: true,
  leftOn: true,
  purgedAt: true,
  version: true,
  enterprise: { select: { id: true, nameZh: true, nameEn: true } },
  park: { select: { id: true, code: true, nameZh: true, nameEn: true } },
} satisfies Prisma.EmployeeSelect;

type Row = Prisma.EmployeeGetPayload<{ select: typeof employeeSelect }>;

export type EmployeeDto = ReturnType<typeof toEmployee>;

/** `identified` is for the office and the employer: for everybody else its own staff number is withheld, too. */
export function toEmployee(row: Row, identified: boolean, names?: ReadonlyMap<string, string>) {
  const { permitExpiresOn, joinedOn, leftOn, purgedAt, staffNo, ...employee } = row;
  return {
    ...employee,
    staffNo: identified ? staffNo : null,
    /** Null while it is withheld. */
    name: names?.get(row.id) ?? null,
    permitExpiresOn: toCivilOrNull(permitExpiresOn),
    joinedOn: toCivil(joinedOn),
    leftOn: toCivilOrNull(leftOn),
    purged: purgedAt !== null,
  };
}
