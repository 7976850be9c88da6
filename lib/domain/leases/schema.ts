import { z } from "zod";
import { filterDate, filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalDecimal, optionalWhole } from "@/lib/platform/values/numbers";
import { codeText, optionalCode, optionalText, tick } from "@/lib/platform/values/text";
import { findIdentifierProblem, toIdentifier } from "../enterprises/rules";
import { clusters, identifierTypes, optionalCountry } from "../enterprises/schema";
import { LEASE_STATUSES } from "./rules";

export const leaseLineSchema = z.object({
  unitId: z.uuid(),
  /** Empty means the whole unit. */
  area: optionalDecimal({ min: 0.01, max: 9_999_999 }),
  seats: optionalWhole({ min: 1, max: 100_000 }),
  lineFrom: optionalDate(),
  lineTo: optionalDate(),
});

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const fields = {
  leaseNo: codeText(60),
  enterpriseId: z.uuid(),
  signedOn: optionalDate(),
  startsOn: civilDate(),
  endsOn: civilDate(),
  movedInOn: optionalDate(),
  terminatedOn: optionalDate(),
  movedOutOn: optionalDate(),
  breakOn: optionalDate(),
  holdover: tick(),
  renewalOfId: optionalId,
  subleaseOfId: optionalId,
  note: optionalText(2000),
  lines: z.array(leaseLineSchema).min(1, "leases.errors.unitNeeded").max(500),
};

type Dates = { startsOn: string; endsOn: string; movedInOn: string | null; movedOutOn: string | null };

/** Dates in their order; each refusal lands on the later date. */
function checkDates(lease: Dates & { lines: { unitId: string }[] }, context: z.RefinementCtx) {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: field.split("."), message });
  if (lease.endsOn < lease.startsOn) refuse("endsOn", "leases.errors.endsBeforeStart");
  const from = lease.movedInOn ?? lease.startsOn;
  if (lease.movedOutOn && lease.movedOutOn < from) refuse("movedOutOn", "leases.errors.outBeforeIn");
  lease.lines.forEach(({ unitId }, i) => {
    if (lease.lines.findIndex((line) => line.unitId === unitId) < i) {
      refuse(`lines.${i}.unitId`, "leases.errors.unitTwice");
    }
  });
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createLeaseSchema = z.object(fields).superRefine(checkDates);

/** In the place of a firm's id: the firm is new, and `firm` says who it is. */
export const NEW_FIRM = "new";

const tenancyFields = {
  enterpriseId: z.union([z.uuid(), z.literal(NEW_FIRM)], "errors.choose"),
  firm: z.object({
    nameZh: optionalText(200),
    nameEn: optionalText(200),
    identifierType: z.enum(identifierTypes).default("USCC"),
    identifier: optionalText(60).transform((value) => (value ? toIdentifier(value) : null)),
    country: optionalCountry,
    cluster: z.enum(clusters).default("OTHER"),
  }),
  /** The firms of the same name that the officer has looked at and found to be others. */
  otherThan: z.array(z.uuid()).max(50).default([]),
  /** Empty: the next free number. */
  leaseNo: optionalCode(60),
  startsOn: civilDate(),
  endsOn: civilDate(),
  /** Empty: the first day, or today if that is earlier. */
  signedOn: optionalDate(),
  /** Moved in on the first day, unless that is still to come. */
  movedIn: tick(),
  lines: z
    .array(leaseLineSchema.pick({ unitId: true, area: true }))
    .min(1, "leases.errors.unitNeeded")
    .max(500),
  headcount: optionalWhole({ min: 0, max: 1_000_000 }),
  /** Empty: the first day. */
  headcountOn: optionalDate(),
};

/** Firm, units, dates and people of one tenancy; each refusal lands on the field that mends it. */
export const logTenancySchema = z.object(tenancyFields).superRefine((tenancy, context) => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: path.split("."), message });
  checkDates({ ...tenancy, movedInOn: null, movedOutOn: null }, context);
  if (tenancy.headcountOn && tenancy.headcount === null) {
    refuse("headcount", "leases.errors.headcountNeeded");
  }
  if (tenancy.enterpriseId !== NEW_FIRM) return;
  const { nameZh, nameEn, identifierType, identifier } = tenancy.firm;
  if (!nameZh && !nameEn) refuse("firm.nameZh", "errors.oneNameNeeded");
  const problem = identifier && findIdentifierProblem(identifierType, identifier);
  if (problem) refuse("firm.identifier", problem);
});

export const updateLeaseSchema = z
  .object({ ...versioned, ...fields, reason: optionalText(500) })
  .superRefine(checkDates);
export const moveInLeaseSchema = z.object({ ...versioned, movedInOn: civilDate() });
export const terminateLeaseSchema = z.object({
  ...versioned,
  terminatedOn: civilDate(),
  reason: optionalText(500),
});
export const moveOutLeaseSchema = z.object({ ...versioned, movedOutOn: civilDate() });
export const holdOverLeaseSchema = z.object({ ...versioned, holdover: tick(), reason: optionalText(500) });

export const leaseListSchema = listParams({
  sort: ["endsOn", "startsOn", "leaseNo"],
  defaultSort: "endsOn",
  filters: {
    park: filterText(),
    building: filterText(),
    enterprise: filterId(),
    status: oneOf(LEASE_STATUSES),
    endsBefore: filterDate(),
    /** `no`: nothing that renews it is signed yet. */
    renewed: oneOf(["no"]),
  },
});

export type CreateLeaseInput = z.output<typeof createLeaseSchema>;
export type LogTenancyInput = z.output<typeof logTenancySchema>;
export type UpdateLeaseInput = z.output<typeof updateLeaseSchema>;
export type MoveInLeaseInput = z.output<typeof moveInLeaseSchema>;
export type TerminateLeaseInput = z.output<typeof terminateLeaseSchema>;
export type MoveOutLeaseInput = z.output<typeof moveOutLeaseSchema>;
export type HoldOverLeaseInput = z.output<typeof holdOverLeaseSchema>;
export type LeaseListParams = z.output<typeof leaseListSchema>;
