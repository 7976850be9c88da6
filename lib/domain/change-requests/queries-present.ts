import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Db } from "@/lib/platform/db/client";
import { toQualification } from "../enterprises/dto";
import { findEnterpriseInScope } from "../enterprises/queries";
import { findMilestoneInScope } from "../milestones/queries";
import { type FieldValue, qualificationField } from "./rules";

/** What the record says now, by field. A field that says nothing is left out. */
export type Present = Map<string, FieldValue>;

type Of = {
  enterpriseId: string;
  milestoneId: string | null;
  commitmentId: string | null;
  fields: { field: string; after: unknown }[];
};

/** What the record that a request is about says now. @throws AppError NOT_FOUND out of reach */
export async function readPresent(on: Db, viewer: Viewer, of: Of): Promise<Present> {
  if (of.milestoneId) return toMilestoneValues(await findMilestoneInScope(on, viewer, of.milestoneId));
  if (of.commitmentId) return readMeasured(on, of.commitmentId, of.fields);
  return toFirmValues(await findEnterpriseInScope(on, viewer, of.enterpriseId));
}

type Firm = Awaited<ReturnType<typeof findEnterpriseInScope>>;

/** A firm's reviewed fields as its input has them. */
export function toFirmValues(firm: Firm): Present {
  const { nameZh, nameEn, shortName, cluster, sectorCode, country, ultimateParent, headquarters } = firm;
  return new Map<string, FieldValue>([
    ...Object.entries({
      nameZh,
      nameEn,
      shortName,
      cluster,
      sectorCode,
      country,
      ultimateParent,
      headquarters,
    }),
    ["foreignShare", firm.foreignShare?.toString() ?? null],
    ["identifiers", firm.identifiers],
    ...firm.qualifications.map(
      (row) => [qualificationField(row.id), toQualificationValue(toQualification(row))] as const,
    ),
  ]);
}

type Qualification = ReturnType<typeof toQualification>;

/** A qualification without its id, as a request keeps it. */
export function toQualificationValue(given: Omit<Qualification, "id"> & { id?: string | null }): FieldValue {
  const { title, number, issuer, validFrom, validTo, attachmentId } = given;
  return { title, number, issuer, validFrom, validTo, attachmentId };
}

type Milestone = Awaited<ReturnType<typeof findMilestoneInScope>>;

export function toMilestoneValues({ forecastOn, actualOn, evidence, noEvidenceReason }: Milestone): Present {
  return new Map<string, FieldValue>([
    ["forecastOn", toCivilOrNull(forecastOn)],
    ["actualOn", toCivilOrNull(actualOn)],
    ["evidence", evidence],
    ["noEvidenceReason", noEvidenceReason],
  ]);
}

/** The measurement that stands for the day that one is reported for. */
async function readMeasured(on: Db, commitmentId: string, fields: Of["fields"]): Promise<Present> {
  const asked = fields.find(({ field }) => field === "measurement")?.after as { on?: string } | null;
  if (!asked?.on) return new Map();
  const found = await on.commitmentMeasurement.findFirst({
    where: { commitmentId, on: fromCivil(toCivil(asked.on)) },
    select: { on: true, value: true, source: true, evidence: true },
  });
  if (!found) return new Map();
  const { value, source, evidence } = found;
  return new Map([["measurement", { on: toCivil(found.on), value: value.toString(), source, evidence }]]);
}
