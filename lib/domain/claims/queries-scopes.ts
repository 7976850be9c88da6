import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { ClaimScope } from "@/lib/platform/db/generated/enums";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { assertAgreements, listAgreementOptions } from "../agreements/queries-options";
import { findEnterpriseInScope, listEnterpriseOptions } from "../enterprises/queries";
import { findParkInScope } from "../parks/queries";
import { assertCan } from "../permissions";
import { findProgrammeInScope, listProgrammeOptions } from "../programmes/queries";
import { findProjectInScope } from "../projects/queries";
import { listProjectOptions } from "../projects/queries-options";
import { toMeetingName } from "./dto";

type Option = { id: string; nameZh: string | null; nameEn: string | null; hint: string | null };

/** What a figure can be counted over, of one kind, by what is typed. At most twenty. */
export async function listScopeOptions(viewer: Viewer, scope: ClaimScope, query: string): Promise<Option[]> {
  assertCan(viewer, "claims.read");
  const titled = ({
    titleZh,
    titleEn,
    ...row
  }: {
    id: string;
    code: string;
    titleZh: string | null;
    titleEn: string | null;
  }) => ({
    ...{ id: row.id, nameZh: titleZh, nameEn: titleEn, hint: row.code },
  });
  switch (scope) {
    case "FIRM":
      return (await listEnterpriseOptions(viewer, query)).map(({ identifiers, ...firm }) => ({
        ...firm,
        hint: identifiers[0]?.value ?? null,
      }));
    case "PROGRAMME":
      return (await listProgrammeOptions(viewer, query)).map(({ code, ...row }) => ({ ...row, hint: code }));
    case "AGREEMENT":
      return (await listAgreementOptions(viewer, query)).map(titled);
    case "PROJECT":
      return (await listProjectOptions(viewer, query)).map(titled);
    case "PARK":
      return (
        await db.park.findMany({
          where: { OR: partOf(query, ["code", "nameZh", "nameEn"]) },
          orderBy: { code: "asc" },
          take: 20,
          select: { id: true, code: true, nameZh: true, nameEn: true },
        })
      ).map(({ code, ...park }) => ({ ...park, hint: code }));
    case "MEETING":
      return (
        await db.meeting.findMany({
          where: { series: { OR: partOf(query, ["code", "nameZh", "nameEn"]) } },
          orderBy: { startsOn: "desc" },
          take: 20,
          select: {
            id: true,
            number: true,
            startsOn: true,
            series: { select: { nameZh: true, nameEn: true } },
          },
        })
      ).map(({ id, startsOn, ...meeting }) => ({
        ...{ id, ...toMeetingName(meeting), hint: startsOn.toISOString().slice(0, 10) },
      }));
    default:
      return [];
  }
}

function partOf<Field extends string>(query: string, fields: Field[]) {
  return fields.map((field) => ({ [field]: { contains: literally(query), mode: "insensitive" as const } }));
}

/** The column of the record that a scope names; null for the whole zone. */
export const scopeColumns = {
  ZONE: null,
  PARK: "parkId",
  FIRM: "enterpriseId",
  AGREEMENT: "agreementId",
  PROGRAMME: "programmeId",
  PROJECT: "projectId",
  MEETING: "meetingId",
} as const satisfies Record<ClaimScope, string | null>;

/** The record that a figure is to be counted over. @throws AppError NOT_FOUND */
export async function assertScope(on: Db, viewer: Viewer, scope: ClaimScope, id: string): Promise<void> {
  if (scope === "PARK") await findParkInScope(on, viewer, id);
  if (scope === "FIRM") await findEnterpriseInScope(on, viewer, id);
  if (scope === "PROGRAMME") await findProgrammeInScope(on, viewer, id);
  if (scope === "PROJECT") await findProjectInScope(on, viewer, id);
  if (scope === "AGREEMENT") await assertAgreements(on, viewer, [id]);
  if (scope === "MEETING" && (await on.meeting.count({ where: { id } })) === 0) throw notFound();
}
