import { z } from "zod";
import { filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalText, tick } from "@/lib/platform/values/text";
import { findIdentityProblem } from "./rules";

export const jobCategories = [
  "MANAGEMENT",
  "RESEARCH",
  "ENGINEERING",
  "PRODUCTION",
  "SALES",
  "SUPPORT",
  "OTHER",
] as const;
export const degrees = ["BELOW_BACHELOR", "BACHELOR", "MASTER", "DOCTOR"] as const;
export const talentGrades = ["TOP", "LEADING", "BACKBONE", "YOUNG"] as const;
export const permitClasses = ["WORK_A", "WORK_B", "WORK_C", "RESIDENCE", "OTHER"] as const;
/** The first three make a headcount; who is outsourced belongs to the contractor. */
export const employments = ["OWN", "DISPATCHED", "OTHER", "OUTSOURCED"] as const;

export const NAME_MAX = 120;
export const STAFF_NO_MAX = 40;

function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .union([z.enum(values), z.literal("")])
    .nullish()
    .transform((value) => value || null);
}

const plain = (text: string) => text.normalize("NFKC").trim().replace(/\s+/g, " ");

function refuseIdentity(what: "name" | "staffNo") {
  return (text: string | null, context: z.RefinementCtx) => {
    const message = text ? findIdentityProblem(text, what) : null;
    if (message) context.addIssue({ code: "custom", message });
  };
}

const newName = z
  .string()
  .transform(plain)
  .pipe(z.string().min(1).max(NAME_MAX).superRefine(refuseIdentity("name")));
/** Left empty where the name is to stay. */
const sameOrNewName = z
  .string()
  .nullish()
  .transform((text) => plain(text ?? "") || null)
  .pipe(z.string().max(NAME_MAX).nullable().superRefine(refuseIdentity("name")));
const staffNo = z
  .string()
  .nullish()
  .transform((text) => plain(text ?? "") || null)
  .pipe(z.string().max(STAFF_NO_MAX).nullable().superRefine(refuseIdentity("staffNo")));
const country = z
  .union([
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, "errors.choose"),
    z.literal(""),
  ])
  .nullish()
  .transform((code) => code || null);

const fields = {
  staffNo,
  jobCategory: choice(jobCategories),
  nationality: country,
  degree: choice(degrees),
  talentGrade: choice(talentGrades),
  permitClass: choice(permitClasses),
  permitExpiresOn: optionalDate(),
  employment: z.enum(employments).default("OWN"),
  intern: tick(),
  joinedOn: civilDate(),
  leftOn: optionalDate(),
};

const ordered = ({ joinedOn, leftOn }: { joinedOn: string; leftOn: string | null }) =>
  !leftOn || leftOn >= joinedOn;
const order = { path: ["leftOn"], message: "errors.datesOrdered" };
const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createEmployeeSchema = z
  .object({ enterpriseId: z.uuid(), parkId: z.uuid(), name: newName, ...fields })
  .refine(ordered, order);
export const updateEmployeeSchema = z
  .object({ ...versioned, name: sameOrNewName, ...fields })
  .refine(ordered, order);
export const leaveEmployeeSchema = z.object({
  ...versioned,
  leftOn: civilDate(),
  reason: optionalText(500),
});

export const employeeStates = ["PRESENT", "LEFT", "ALL"] as const;
/** `DUE` is all that the others find: ended, or ending within the longest. */
export const permitFilters = ["DUE", "EXPIRED", "30", "60", "90"] as const;

export const employeeListSchema = listParams({
  sort: ["number", "joinedOn", "permitExpiresOn"],
  defaultSort: "number",
  filters: {
    park: filterText(),
    enterprise: filterId(),
    state: oneOf(employeeStates),
    permit: oneOf(permitFilters),
    employment: oneOf(employments),
  },
});

export type CreateEmployeeInput = z.output<typeof createEmployeeSchema>;
export type UpdateEmployeeInput = z.output<typeof updateEmployeeSchema>;
export type LeaveEmployeeInput = z.output<typeof leaveEmployeeSchema>;
export type EmployeeListParams = z.output<typeof employeeListSchema>;
