import { z } from "zod";
import { filterId, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { wholeNumber } from "@/lib/platform/values/numbers";
import { codeText, optionalText, text } from "@/lib/platform/values/text";

export const policyKinds = ["REGULATION", "MEASURES", "RULES", "SYSTEM"] as const;
/** How a policy stands on a day. */
export const policyStates = ["IN_FORCE", "NOT_YET", "ENDED", "NO_TEXT"] as const;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const fields = {
  code: codeText(60),
  titleZh: optionalText(300),
  titleEn: optionalText(300),
  kind: z.enum(policyKinds).default("RULES"),
  /** Who issued it: an authority, as it is named. */
  issuerZh: optionalText(200),
  issuerEn: optionalText(200),
  /** The rule system that it is part of. */
  systemId: optionalId,
  /** The institute whose rules they are. */
  instituteId: optionalId,
  agreements: z
    .array(z.object({ agreementId: z.uuid("errors.choose") }))
    .max(50)
    .default([]),
  programmes: z
    .array(z.object({ programmeId: z.uuid("errors.choose") }))
    .max(50)
    .default([]),
};

type Checked = { titleZh: string | null; titleEn: string | null; kind: string; systemId: string | null };

function check(policy: Checked, context: z.RefinementCtx): void {
  const add = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (!policy.titleZh && !policy.titleEn) add("titleZh", "errors.oneNameNeeded");
  if (policy.kind === "SYSTEM" && policy.systemId) add("systemId", "policies.errors.systemInSystem");
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createPolicySchema = z.object(fields).superRefine(check);
export const updatePolicySchema = z.object({ ...versioned, ...fields }).superRefine(check);

const texts = {
  inForceFrom: civilDate(),
  /** The last day; open where nothing ends it. */
  inForceTo: optionalDate(),
  summaryZh: optionalText(2000),
  summaryEn: optionalText(2000),
  textZh: optionalText(100_000),
  textEn: optionalText(100_000),
};

type Days = { inForceFrom: string; inForceTo: string | null };
const ordered = ({ inForceFrom, inForceTo }: Days) => inForceTo === null || inForceTo >= inForceFrom;
const orderNeeded = { path: ["inForceTo"], message: "errors.datesOrdered" };

/** Which of a policy's texts is meant. */
const number = () => wholeNumber({ min: 1, max: 10_000 });

/** A new text from a day on; the one that is in force without an end gives way to it. */
export const addVersionSchema = z.object({ ...versioned, ...texts }).refine(ordered, orderNeeded);
export const updateVersionSchema = z
  .object({ ...versioned, number: number(), ...texts })
  .refine(ordered, orderNeeded);
/** Repealed: in force up to and including a day, for a reason. */
export const endVersionSchema = z.object({
  ...versioned,
  number: number(),
  inForceTo: civilDate(),
  reason: text(500),
});
export const removeVersionSchema = z.object({ ...versioned, number: number(), reason: text(500) });

export const policyListSchema = listParams({
  sort: ["title", "code", "kind"],
  defaultSort: "code",
  filters: {
    kind: oneOf(policyKinds),
    state: oneOf(policyStates),
    /** The rule system that it is part of, by its id. */
    system: filterId(),
    institute: filterId(),
    agreement: filterId(),
    programme: filterId(),
  },
});

export type CreatePolicyInput = z.output<typeof createPolicySchema>;
export type UpdatePolicyInput = z.output<typeof updatePolicySchema>;
export type AddVersionInput = z.output<typeof addVersionSchema>;
export type UpdateVersionInput = z.output<typeof updateVersionSchema>;
export type EndVersionInput = z.output<typeof endVersionSchema>;
export type RemoveVersionInput = z.output<typeof removeVersionSchema>;
export type PolicyListParams = z.output<typeof policyListSchema>;
