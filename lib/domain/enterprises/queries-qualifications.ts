import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isId } from "@/lib/platform/values/id";
import { assertCan } from "../permissions";
import { qualificationSelect, toQualification } from "./dto";
import { enterpriseScope } from "./scope";

/** How long before its end a paper is asked for again. */
export const EXPIRING_DAYS = 60;

const select = {
  ...qualificationSelect,
  enterprise: { select: { id: true, nameZh: true, nameEn: true } },
} satisfies Prisma.EnterpriseQualificationSelect;

/** Qualifications of one firm that have ended or end within 60 days of a day, the first to end first. */
export async function listExpiring(viewer: Viewer, enterpriseId: string, today: CivilDate) {
  if (!isId(enterpriseId)) return [];
  return (await listExpiringQualifications(viewer, today, 100, enterpriseId)).rows;
}

/** The same of all firms within reach that are still in the zone, and how many there are. */
export async function listExpiringQualifications(
  viewer: Viewer,
  today: CivilDate,
  limit: number,
  enterpriseId?: string,
) {
  assertCan(viewer, "enterprises.read");
  const where: Prisma.EnterpriseQualificationWhereInput = {
    validTo: { lte: fromCivil(addDays(today, EXPIRING_DAYS)) },
    enterprise: {
      AND: [enterpriseScope(viewer), { endedOn: null }, enterpriseId ? { id: enterpriseId } : {}],
    },
  };
  const [rows, total] = await Promise.all([
    db.enterpriseQualification.findMany({
      where,
      orderBy: [{ validTo: "asc" }, { id: "asc" }],
      take: limit,
      select,
    }),
    db.enterpriseQualification.count({ where }),
  ]);
  return {
    total,
    rows: rows.map(({ enterprise, ...row }) => {
      const qualification = toQualification(row);
      return { ...qualification, enterprise, ended: (qualification.validTo ?? "") < today };
    }),
  };
}
