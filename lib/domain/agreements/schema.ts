import { z } from "zod";
import { filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalWhole } from "@/lib/platform/values/numbers";
import { codeText, optionalText, text } from "@/lib/platform/values/text";
import { clusters, optionalCountry } from "../enterprises/schema";

export const agreementKinds = ["MOU", "AGREEMENT", "FRAMEWORK"] as const;
export const agreementRenewals = ["NONE", "AUTOMATIC", "BY_CONSENT"] as const;
/** What became of an agreement, in the order in which a roll-up says it. */
export const agreementStates = ["ACTIVE", "DELIVERED", "LAPSED", "SILENT", "IN_FORCE"] as const;
export type AgreementState = (typeof agreementStates)[number];

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

/** A firm of the zone, or whoever else signed by its name. */
const party = z
  .object({
    enterpriseId: optionalId,
    nameZh: optionalText(200),
    nameEn: optionalText(200),
    country: optionalCountry,
  })
  .refine(({ enterpriseId, nameZh, nameEn }) => enterpriseId || nameZh || nameEn, {
    path: ["enterpriseId"],
    message: "agreements.errors.partyNeeded",
  });

const fields = {
  code: codeText(40),
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  kind: z.enum(agreementKinds).default("MOU"),
  cluster: z.enum(clusters).default("OTHER"),
  meetingId: optionalId,
  signedOn: civilDate(),
  effectiveOn: optionalDate(),
  expiresOn: optionalDate(),
  renewal: z.enum(agreementRenewals).default("NONE"),
  renewalMonths: optionalWhole({ min: 1, max: 600 }),
  ownerId: optionalId,
  noteZh: optionalText(4000),
  noteEn: optionalText(4000),
  parties: z.array(party).min(1, "agreements.errors.partyNeeded").max(60),
};

type Given = {
  titleZh: string | null;
  titleEn: string | null;
  signedOn: string;
  effectiveOn: string | null;
  expiresOn: string | null;
  renewal: string;
  renewalMonths: number | null;
};

/** What the fields must be together, told at the field to mend. */
function together(given: Given, context: z.RefinementCtx): void {
  const tell = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (!given.titleZh && !given.titleEn) tell("titleZh", "errors.oneNameNeeded");
  const begins = given.effectiveOn ?? given.signedOn;
  if (given.expiresOn && given.expiresOn < begins) tell("expiresOn", "errors.datesOrdered");
  if (given.renewal === "NONE") return;
  if (given.renewalMonths === null) tell("renewalMonths", "errors.required");
  if (given.expiresOn === null) tell("expiresOn", "agreements.errors.renewsNothing");
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createAgreementSchema = z.object(fields).superRefine(together);
export const updateAgreementSchema = z.object({ ...versioned, ...fields }).superRefine(together);

/** What an event says and where it is written. */
const event = {
  on: civilDate(),
  textZh: optionalText(4000),
  textEn: optionalText(4000),
  evidence: text(500),
};

export const extendAgreementSchema = z.object({ ...versioned, ...event, expiresOn: civilDate() });
export const addAddendumSchema = z
  .object({ ...versioned, ...event })
  .refine(({ textZh, textEn }) => textZh || textEn, { path: ["textZh"], message: "errors.required" });
export const terminateAgreementSchema = z.object({ ...versioned, ...event, reason: text(500) });

export const agreementListSchema = listParams({
  sort: ["code", "title", "signedOn", "expiresOn"],
  defaultSort: "-signedOn",
  filters: {
    kind: oneOf(agreementKinds),
    cluster: oneOf(clusters),
    state: oneOf(agreementStates),
    /** Of a party: ISO 3166. */
    country: filterText(2),
    /** The signing event, by its id. */
    meeting: filterId(),
    /** A firm that is a party, by its id. */
    party: filterId(),
    /** A park in which one of its projects is, by its code. */
    park: filterText(),
  },
});

export type CreateAgreementInput = z.output<typeof createAgreementSchema>;
export type UpdateAgreementInput = z.output<typeof updateAgreementSchema>;
export type ExtendAgreementInput = z.output<typeof extendAgreementSchema>;
export type AddAddendumInput = z.output<typeof addAddendumSchema>;
export type TerminateAgreementInput = z.output<typeof terminateAgreementSchema>;
export type AgreementListParams = z.output<typeof agreementListSchema>;
