import { z } from "zod";
import { filterId, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { optionalDate } from "@/lib/platform/values/dates";
import { optionalText, text } from "@/lib/platform/values/text";
import { measureCommitmentSchema } from "../commitments/schema";
import { enterpriseFields, qualificationSchema } from "../enterprises/schema";

export const requestStates = ["OPEN", "RETURNED", "DECIDED", "WITHDRAWN"] as const;
export const decisions = ["ACCEPTED", "REFUSED"] as const;
export const subjects = ["FIRM", "MILESTONE", "COMMITMENT"] as const;

/** Of the firm, the milestone or the commitment that it is about; and of the request under way, 0 where there is none. */
const seen = {
  id: z.uuid(),
  version: z.coerce.number().int(),
  requestVersion: z.coerce.number().int().nullish(),
};
const note = { note: optionalText(1000) };

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

/** Live at once: groups of what the firm may change by itself. */
export const editContactsSchema = z.object({ ...versioned, contacts: enterpriseFields.contacts });
export const editAboutSchema = z.object({
  ...versioned,
  website: enterpriseFields.website,
  description: enterpriseFields.description,
});

const { nameZh, nameEn, shortName, identifiers } = enterpriseFields;
const { cluster, sectorCode, country, ultimateParent, foreignShare, headquarters } = enterpriseFields;

/** One group of questions whose answers the office looks at; the very rules of the firm's record. */
export const requestNamesSchema = z
  .object({ ...seen, ...note, nameZh, nameEn, shortName })
  .refine((firm) => Boolean(firm.nameZh || firm.nameEn), {
    path: ["nameZh"],
    message: "errors.oneNameNeeded",
  });
export const requestIdentifiersSchema = z.object({ ...seen, ...note, identifiers });
export const requestBusinessSchema = z.object({
  ...seen,
  ...note,
  ...{ cluster, sectorCode, country, ultimateParent, foreignShare, headquarters },
});
/** Any of the reviewed fields at once, as the groups and the API ask for them. */
export type RequestedFields = Partial<
  Pick<
    z.output<z.ZodObject<typeof enterpriseFields>>,
    | "nameZh"
    | "nameEn"
    | "shortName"
    | "identifiers"
    | "cluster"
    | "sectorCode"
    | "country"
    | "ultimateParent"
    | "foreignShare"
    | "headquarters"
  >
>;

/** A qualification, new or changed, with the document that shows it. */
export const requestQualificationSchema = z.object({
  ...seen,
  ...note,
  qualification: qualificationSchema.refine(({ attachmentId }) => attachmentId !== null, {
    path: ["attachmentId"],
    message: "change-requests.errors.document",
  }),
});
/** One that the firm holds no longer. */
export const dropQualificationSchema = z.object({ ...seen, ...note, qualificationId: z.uuid() });

const attachment = {
  attachmentId: z
    .union([z.uuid(), z.literal("")])
    .nullish()
    .transform((id) => id || null),
};
/** What is left empty is not reported. */
export const reportMilestoneSchema = z.object({
  ...seen,
  ...note,
  ...attachment,
  forecastOn: optionalDate(),
  actualOn: optionalDate(),
  evidence: optionalText(2000),
  noEvidenceReason: optionalText(500),
});
const measured = measureCommitmentSchema.omit({ commitmentId: true }).shape;
export const reportMeasurementSchema = z.object({ ...seen, ...note, ...attachment, ...measured });

/** As it stands, against what the record says now. */
export const resendChangeRequestSchema = z.object({ ...versioned, ...note });
export const withdrawChangeRequestSchema = z.object(versioned);

export const assignChangeRequestSchema = z.object({
  ...versioned,
  ownerId: z
    .union([z.uuid(), z.literal("")])
    .nullish()
    .transform((id) => id || null),
});
export const sendBackChangeRequestSchema = z.object({ ...versioned, comment: text(1000) });

const decision = z
  .object({ field: z.string().max(100), decision: z.enum(decisions), comment: optionalText(1000) })
  .refine((one) => one.decision === "ACCEPTED" || one.comment !== null, {
    path: ["comment"],
    message: "change-requests.errors.why",
  });
export const decideChangeRequestSchema = z.object({
  ...versioned,
  decisions: z.array(decision).min(1).max(200),
  comment: optionalText(1000),
});
/** The same as a form asks it: by field, so that words kept of an earlier visit are never read under another field. */
export const decideFormSchema = z.object({
  ...versioned,
  decisions: z
    .record(
      z.string().max(100),
      z
        .object({ decision: z.enum(decisions).or(z.literal("")), comment: optionalText(1000) })
        .refine((one) => one.decision !== "REFUSED" || one.comment !== null, {
          path: ["comment"],
          message: "change-requests.errors.why",
        }),
    )
    .transform((said) =>
      Object.entries(said).flatMap(([field, { decision: verdict, comment }]) =>
        verdict === "" ? [] : [{ field, decision: verdict, comment }],
      ),
    ),
  comment: optionalText(1000),
});
/** As they were seen: one that the firm changed since is left out. */
export const acceptChangeRequestsSchema = z.object({
  requests: z.array(z.object(versioned)).min(1).max(200),
});

export const changeRequestListSchema = listParams({
  sort: ["askedAt", "firm"],
  defaultSort: "askedAt",
  filters: {
    state: oneOf(requestStates),
    subject: oneOf(subjects),
    owner: filterId(),
    firm: filterId(),
  },
});

export type EditFreeInput = { id: string; version: number } & Partial<
  Pick<z.output<z.ZodObject<typeof enterpriseFields>>, "contacts" | "website" | "description">
>;
export type RequestQualificationInput = z.output<typeof requestQualificationSchema>;
export type DropQualificationInput = z.output<typeof dropQualificationSchema>;
export type ReportMilestoneInput = z.output<typeof reportMilestoneSchema>;
export type ReportMeasurementInput = z.output<typeof reportMeasurementSchema>;
export type ResendChangeRequestInput = z.output<typeof resendChangeRequestSchema>;
export type WithdrawChangeRequestInput = z.output<typeof withdrawChangeRequestSchema>;
export type AssignChangeRequestInput = z.output<typeof assignChangeRequestSchema>;
export type SendBackChangeRequestInput = z.output<typeof sendBackChangeRequestSchema>;
export type DecideChangeRequestInput = z.output<typeof decideChangeRequestSchema>;
export type AcceptChangeRequestsInput = z.output<typeof acceptChangeRequestsSchema>;
export type ChangeRequestListParams = z.output<typeof changeRequestListSchema>;
export type RequestChangeInput = {
  id: string;
  version: number;
  requestVersion?: number | null;
  note: string | null;
} & RequestedFields;
