import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate } from "@/lib/platform/values/dates";
import { decimalString } from "@/lib/platform/values/numbers";
import { codeText, optionalText, text } from "@/lib/platform/values/text";
import { totalCurrencies } from "../rates/schema";

export const claimScopes = ["ZONE", "PARK", "FIRM", "AGREEMENT", "PROGRAMME", "PROJECT", "MEETING"] as const;
export const claimComparisons = ["MORE_THAN", "AT_LEAST", "EQUALS"] as const;

/** The live figures that a sentence can be bound to, and over what each is counted. */
export const claimMetricScopes = {
  TENANTS: ["ZONE", "PARK"],
  HEADCOUNT: ["ZONE", "PARK", "FIRM"],
  OCCUPIED_AREA: ["ZONE", "PARK"],
  OCCUPANCY_RATE: ["ZONE", "PARK"],
  PROJECTS: ["ZONE", "PARK"],
  MILESTONES: ["ZONE", "PARK", "PROJECT"],
  ISSUANCE: ["ZONE", "AGREEMENT"],
  TRAINED: ["ZONE", "PROGRAMME"],
  AGREEMENTS: ["ZONE", "MEETING"],
} as const satisfies Record<string, readonly (typeof claimScopes)[number][]>;

export type ClaimMetric = keyof typeof claimMetricScopes;
export const claimMetrics = Object.keys(claimMetricScopes) as [ClaimMetric, ...ClaimMetric[]];

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const binding = z
  .object({
    metric: z.enum(claimMetrics),
    scope: z.enum(claimScopes).default("ZONE"),
    /** The park, firm, agreement, programme, project or meeting that the scope names. */
    scopeId: optionalId,
    /** Of an issuance: the currency in which it is read. */
    currency: z
      .union([z.enum(totalCurrencies), z.literal("")])
      .nullish()
      .transform((currency) => currency || null),
    comparison: z.enum(claimComparisons).default("AT_LEAST"),
    /** A rate in percent, an area in m², everything else in its own unit. */
    said: decimalString({ dp: 4, min: 0, max: 1e13 }),
  })
  .superRefine(({ metric, scope, scopeId, currency }, context) => {
    const add = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!(claimMetricScopes[metric] as readonly string[]).includes(scope))
      add("scope", "claims.errors.scope");
    else if ((scope === "ZONE") !== (scopeId === null)) {
      add("scopeId", scope === "ZONE" ? "claims.errors.scope" : "errors.choose");
    }
    if (metric === "ISSUANCE" && currency === null) add("currency", "errors.currency");
  })
  // What a list of choices leaves behind when the figure is another one says nothing.
  .transform((given) => ({ ...given, currency: given.metric === "ISSUANCE" ? given.currency : null }));

const fields = {
  code: codeText(40),
  textZh: optionalText(1000),
  textEn: optionalText(1000),
  publishedOn: civilDate(),
  /** Where it was published: a report, a speech, a page. */
  publishedIn: optionalText(300),
  /** The day that the sentence speaks of. */
  asOf: civilDate(),
  bindings: z.array(binding).max(20).default([]),
};

type Worded = { textZh: string | null; textEn: string | null };
const worded = ({ textZh, textEn }: Worded) => Boolean(textZh || textEn);
const wordsNeeded = { path: ["textZh"], message: "claims.errors.text" };

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createClaimSchema = z.object(fields).refine(worded, wordsNeeded);
export const updateClaimSchema = z.object({ ...versioned, ...fields }).refine(worded, wordsNeeded);
/** The sentence and its figures are right as they stand. */
export const signOffClaimSchema = z.object({ ...versioned, note: optionalText(500) });
/** The office no longer says it, from a day on. */
export const withdrawClaimSchema = z.object({ ...versioned, withdrawnOn: civilDate(), reason: text(500) });

export const claimListSchema = listParams({
  sort: ["code", "text", "publishedOn", "asOf"],
  defaultSort: "-publishedOn",
  filters: {
    signed: oneOf(["yes", "no"]),
    withdrawn: oneOf(["yes", "no"]),
    /** Those of which a figure is below what was said. */
    alarm: oneOf(["yes"]),
  },
});

export type CreateClaimInput = z.output<typeof createClaimSchema>;
export type UpdateClaimInput = z.output<typeof updateClaimSchema>;
export type SignOffClaimInput = z.output<typeof signOffClaimSchema>;
export type WithdrawClaimInput = z.output<typeof withdrawClaimSchema>;
export type ClaimListParams = z.output<typeof claimListSchema>;
