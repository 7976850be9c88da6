import { z } from "zod";
import { filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalDecimal } from "@/lib/platform/values/numbers";
import { keepOr, ownerOrKeep, seen, selection, tagChanges } from "@/lib/platform/values/selection";
import { optionalCode, optionalText, tagList, text, tick } from "@/lib/platform/values/text";
import { customInput } from "../custom-fields/schema";
import { findIdentifierProblem, type MergeChoice, mergeFields, toIdentifier } from "./rules";

export const clusters = [
  "BIOMEDICINE",
  "DIGITAL_ECONOMY",
  "GREEN_DEVELOPMENT",
  "FINANCIAL_SERVICES",
  "ADVANCED_MANUFACTURING",
  "SERVICES",
  "OTHER",
] as const;
export const enterpriseStages = ["PROSPECT", "NEGOTIATING", "SIGNED", "IN", "EXITING", "EXITED"] as const;
export const identifierTypes = ["USCC", "UEN", "OTHER"] as const;
export const presenceKinds = ["REGISTERED", "PRESENT", "EMPLOYING"] as const;

const homeOf = { USCC: "CN", UEN: "SG" } as const;
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "errors.choose");
export const optionalCountry = z
  .union([country, z.literal("")])
  .nullish()
  .transform((code) => code || null);
const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

/** Kept as text; the check digits are the rule of each type. */
export const identifierSchema = z
  .object({
    type: z.enum(identifierTypes),
    value: z.string().min(1).max(60).transform(toIdentifier),
    country: optionalCountry,
    former: tick(),
  })
  .superRefine(({ type, value }, context) => {
    const problem = findIdentifierProblem(type, value);
    if (problem) context.addIssue({ code: "custom", path: ["value"], message: problem });
  })
  .transform((identifier) => ({
    ...identifier,
    country: identifier.type === "OTHER" ? (identifier.country ?? "CN") : homeOf[identifier.type],
  }));

export const contactSchema = z.object({
  name: text(80),
  position: optionalText(80),
  phone: optionalText(40),
  email: z
    .union([z.email(), z.literal("")])
    .nullish()
    .transform((email) => email || null),
  primary: tick(),
});

export const presenceSchema = z
  .object({ parkId: z.uuid(), kind: z.enum(presenceKinds), fromOn: civilDate(), toOn: optionalDate() })
  .refine(({ fromOn, toOn }) => !toOn || toOn >= fromOn, { path: ["toOn"], message: "errors.datesOrdered" });

/** A licence or standing that the firm holds, perhaps until a day, with the paper that shows it. */
export const qualificationSchema = z
  .object({
    /** Of one that stands; a new one has none. */
    id: optionalId,
    title: text(200),
    number: optionalText(80),
    issuer: optionalText(200),
    validFrom: optionalDate(),
    validTo: optionalDate(),
    /** One of the firm's own files. */
    attachmentId: optionalId,
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validTo >= validFrom, {
    path: ["validTo"],
    message: "errors.datesOrdered",
  });
export type QualificationInput = z.output<typeof qualificationSchema>;

/** What a firm's record holds, field by field; a firm's own edit reads the same (change-requests). */
export const enterpriseFields = {
  nameZh: optionalText(200),
  nameEn: optionalText(200),
  shortName: optionalText(80),
  /** One a line in forms. */
  formerNames: z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((names) => (Array.isArray(names) ? names : (names ?? "").split("\n")))
    .transform((names) => names.map((name) => name.trim()).filter(Boolean)),
  cluster: z.enum(clusters).default("OTHER"),
  sectorCode: optionalCode(10),
  country: optionalCountry,
  ultimateParent: optionalText(200),
  foreignShare: optionalDecimal({ min: 0, max: 100 }),
  headquarters: tick(),
  publicBody: tick(),
  stage: z.enum(enterpriseStages).default("PROSPECT"),
  website: optionalText(200),
  description: optionalText(4000),
  tags: tagList(),
  ownerId: optionalId,
  branchOfId: optionalId,
  identifiers: z.array(identifierSchema).max(20).default([]),
  contacts: z.array(contactSchema).max(50).default([]),
  presences: z.array(presenceSchema).max(100).default([]),
  /** Left out, they stay as they are. */
  qualifications: z.array(qualificationSchema).max(100).optional(),
  custom: customInput(),
};

type Named = { nameZh: string | null; nameEn: string | null };
const named = (enterprise: Named) => Boolean(enterprise.nameZh || enterprise.nameEn);
const nameNeeded = { path: ["nameZh"], message: "errors.oneNameNeeded" };

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createEnterpriseSchema = z.object(enterpriseFields).refine(named, nameNeeded);
export const updateEnterpriseSchema = z
  .object({ ...versioned, ...enterpriseFields })
  .refine(named, nameNeeded);
/** A firm as it is being typed: who on record may it be? */
export const twinSchema = z.object({
  nameZh: optionalText(200),
  nameEn: optionalText(200),
  identifier: optionalText(60).transform((value) => (value ? toIdentifier(value) : null)),
});
export const closeEnterpriseSchema = z.object({
  ...versioned,
  endedOn: civilDate(),
  reason: optionalText(500),
});

const mergeChoice = z.templateLiteral(["custom.", z.uuid()]).or(z.enum(mergeFields));
const side = z.enum(["STAYS", "GOES"]);

/** `take` names the fields whose value is the one of the firm that goes. */
export const mergeEnterprisesSchema = z
  .object({
    ...versioned,
    goesId: z.uuid(),
    goesVersion: z.coerce.number().int(),
    take: z
      .union([
        z.array(mergeChoice),
        // As a form has it: for each field, whose value is chosen.
        z
          .object({
            ...Object.fromEntries(mergeFields.map((field) => [field, side.optional()])),
            custom: z.record(z.uuid(), side).optional(),
          })
          .transform(({ custom, ...chosen }): MergeChoice[] => [
            ...mergeFields.filter((field) => (chosen as Record<string, unknown>)[field] === "GOES"),
            ...Object.keys(custom ?? {}).flatMap((id) =>
              custom?.[id] === "GOES" ? [`custom.${id}` as const] : [],
            ),
          ]),
      ])
      .default([]),
    reason: optionalText(500),
  })
  .refine(({ id, goesId }) => id !== goesId, { path: ["goesId"], message: "enterprises.errors.mergeItself" });

/** Two firms that look like one and are two. */
export const tellEnterprisesApartSchema = z
  .object({ id: z.uuid(), otherId: z.uuid() })
  .refine(({ id, otherId }) => id !== otherId, {
    path: ["otherId"],
    message: "enterprises.errors.mergeItself",
  });
export type TellEnterprisesApartInput = z.output<typeof tellEnterprisesApartSchema>;

/** One change to many firms: those picked, or all that the list's filters match. Empty leaves a field as it is. */
export const changeEnterprisesSchema = z.object({
  ...selection,
  ownerId: ownerOrKeep,
  cluster: keepOr(clusters),
  stage: keepOr(enterpriseStages),
  custom: customInput(),
  ...tagChanges,
  ...seen,
});
export type ChangeEnterprisesInput = z.output<typeof changeEnterprisesSchema>;

export const duplicateListSchema = listParams({ sort: ["likeness"], defaultSort: "likeness", filters: {} });
export type DuplicateListParams = z.output<typeof duplicateListSchema>;
export type MergeEnterprisesInput = z.output<typeof mergeEnterprisesSchema>;

export const enterpriseListSchema = listParams({
  sort: ["name", "stage", "cluster"],
  defaultSort: "name",
  filters: {
    park: filterText(),
    cluster: oneOf(clusters),
    stage: oneOf(enterpriseStages),
    country: filterText(2),
    tag: filterText(40),
    missing: oneOf(["identifier", "headcount"]),
    /** Add up the figures of all that match, however many. */
    sums: oneOf(["all"]),
  },
});

export type CreateEnterpriseInput = z.output<typeof createEnterpriseSchema>;
export type UpdateEnterpriseInput = z.output<typeof updateEnterpriseSchema>;
export type TwinInput = z.output<typeof twinSchema>;
export type CloseEnterpriseInput = z.output<typeof closeEnterpriseSchema>;
export type EnterpriseListParams = z.output<typeof enterpriseListSchema>;
