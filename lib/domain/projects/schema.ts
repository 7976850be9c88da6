import { z } from "zod";
import { filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { moneyInput, optionalMoney } from "@/lib/platform/values/numbers";
import { keepOr, ownerOrKeep, seen, selection, tagChanges } from "@/lib/platform/values/selection";
import { codeText, optionalText, tagList, text } from "@/lib/platform/values/text";
import { customInput } from "../custom-fields/schema";
import { clusters } from "../enterprises/schema";

export const projectKinds = [
  "INDUSTRIALISATION",
  "RESEARCH",
  "INFRASTRUCTURE",
  "TRAINING",
  "FINANCE",
] as const;
export const projectStages = ["PROPOSED", "APPROVED", "ACTIVE", "DELIVERED", "CANCELLED"] as const;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

/** Undefined where it is not named: what stands there then stays. Empty takes it away. */
const keptId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => (id === undefined ? undefined : id || null));
const keptDate = z
  .string()
  .nullish()
  .transform((text) => (text === undefined ? undefined : text))
  .pipe(z.union([z.undefined(), optionalDate()]));

export const partnerRoles = ["INVESTOR", "TECHNOLOGY", "OPERATOR", "RESEARCH", "FINANCE", "OTHER"] as const;

const partner = z
  .object({
    /** A firm of the zone, or whoever else by name. */
    enterpriseId: optionalId,
    nameZh: optionalText(200),
    nameEn: optionalText(200),
    role: z.enum(partnerRoles).default("OTHER"),
    country: optionalText(2),
  })
  .refine(({ enterpriseId, nameZh, nameEn }) => enterpriseId || nameZh || nameEn, {
    path: ["enterpriseId"],
    message: "projects.errors.partnerNeeded",
  });

const fields = {
  code: codeText(40),
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  cluster: z.enum(clusters).default("OTHER"),
  kind: z.enum(projectKinds).default("INDUSTRIALISATION"),
  /** Cancelling is a verb of its own, with its day. */
  stage: z.enum(["PROPOSED", "APPROVED", "ACTIVE", "DELIVERED"]).default("ACTIVE"),
  parkId: optionalId,
  leadId: optionalId,
  ownerId: optionalId,
  tags: tagList(),
  plannedInvestment: optionalMoney(),
  /** The agreement that it keeps, and the days between which it was worked on; DELIVERED without its day is today. */
  agreementId: keptId,
  startedOn: keptDate,
  deliveredOn: keptDate,
  /** Who takes part beside the lead, given whole; those that stand stay where none are named. */
  partners: z.array(partner).max(40).optional(),
  custom: customInput(),
};

type Titled = { titleZh: string | null; titleEn: string | null };
const titled = (project: Titled) => Boolean(project.titleZh || project.titleEn);
const titleNeeded = { path: ["titleZh"], message: "errors.oneNameNeeded" };

type Dated = { startedOn?: string | null; deliveredOn?: string | null };
const ordered = ({ startedOn, deliveredOn }: Dated) => !startedOn || !deliveredOn || deliveredOn >= startedOn;
const orderNeeded = { path: ["deliveredOn"], message: "errors.datesOrdered" };

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createProjectSchema = z.object(fields).refine(titled, titleNeeded).refine(ordered, orderNeeded);
export const updateProjectSchema = z
  .object({ ...versioned, ...fields })
  .refine(titled, titleNeeded)
  .refine(ordered, orderNeeded);
export const cancelProjectSchema = z.object({ ...versioned, cancelledOn: civilDate(), reason: text(500) });
export const reportProjectSchema = z
  .object({
    projectId: z.uuid(),
    on: civilDate(),
    /** The period that it tells of, where it does. */
    periodFrom: optionalDate(),
    periodTo: optionalDate(),
    textZh: optionalText(4000),
    textEn: optionalText(4000),
  })
  .refine(({ textZh, textEn }) => textZh || textEn, { path: ["textZh"], message: "errors.required" })
  .refine(({ periodFrom, periodTo }) => !periodFrom === !periodTo, {
    path: ["periodTo"],
    message: "projects.errors.periodWhole",
  })
  .refine(({ periodFrom, periodTo }) => !periodFrom || !periodTo || periodTo >= periodFrom, {
    path: ["periodTo"],
    message: "errors.datesOrdered",
  });

export const amountKinds = ["PLANNED", "ACTUAL"] as const;
const amount = {
  kind: z.enum(amountKinds),
  on: civilDate(),
  money: moneyInput(),
  note: optionalText(500),
  source: text(300),
};
export const addAmountSchema = z.object({ projectId: z.uuid(), ...amount });
export const changeAmountSchema = z.object({ ...versioned, ...amount });
export const removeAmountSchema = z.object({ ...versioned, reason: optionalText(500) });

export const entryKinds = ["RISK", "ISSUE", "DECISION"] as const;
export const entrySeverities = ["LOW", "MEDIUM", "HIGH"] as const;
const entry = {
  kind: z.enum(entryKinds),
  titleZh: optionalText(500),
  titleEn: optionalText(500),
  raisedOn: civilDate(),
  owner: optionalText(80),
  /** Of a risk; of the others nothing is kept. */
  severity: z
    .union([z.enum(entrySeverities), z.literal("")])
    .nullish()
    .transform((severity) => severity || null),
  dueOn: optionalDate(),
};
const entryWhole = (
  given: Titled & { kind: string; severity: string | null; raisedOn: string; dueOn: string | null },
  context: z.RefinementCtx,
) => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (!titled(given)) refuse("titleZh", "errors.oneNameNeeded");
  if (given.kind === "RISK" && !given.severity) refuse("severity", "errors.choose");
  if (given.dueOn && given.dueOn < given.raisedOn) refuse("dueOn", "errors.datesOrdered");
};
export const raiseEntrySchema = z.object({ projectId: z.uuid(), ...entry }).superRefine(entryWhole);
export const changeEntrySchema = z.object({ ...versioned, ...entry }).superRefine(entryWhole);
export const closeEntrySchema = z.object({ ...versioned, closedOn: civilDate(), outcome: text(2000) });
export const reopenEntrySchema = z.object({ ...versioned, reason: optionalText(500) });

export const declaredRags = ["GREEN", "AMBER", "RED"] as const;
/** How its officer sees it, beside what is computed; it counts until it expires. */
export const declareRagSchema = z
  .object({
    projectId: z.uuid(),
    rag: z.enum(declaredRags),
    on: civilDate(),
    expiresOn: civilDate(),
    reason: text(500),
  })
  .refine(({ on, expiresOn }) => expiresOn > on, { path: ["expiresOn"], message: "errors.datesOrdered" });
export const withdrawRagSchema = z.object({ ...versioned, reason: optionalText(500) });

/** One change to many projects: those picked, or all that the list's filters match. Empty leaves a field as it is. */
export const changeProjectsSchema = z.object({
  ...selection,
  ownerId: ownerOrKeep,
  cluster: keepOr(clusters),
  stage: keepOr(["PROPOSED", "APPROVED", "ACTIVE", "DELIVERED"]),
  custom: customInput(),
  ...tagChanges,
  ...seen,
});
export type ChangeProjectsInput = z.output<typeof changeProjectsSchema>;

export const projectListSchema = listParams({
  sort: ["title", "code", "stage"],
  defaultSort: "code",
  filters: {
    park: filterText(),
    cluster: oneOf(clusters),
    kind: oneOf(projectKinds),
    stage: oneOf(projectStages),
    tag: filterText(40),
    /** The firm that leads it, by its id. */
    lead: filterId(),
    /** The agreement that it keeps, by its id. */
    agreement: filterId(),
  },
});

export type CreateProjectInput = z.output<typeof createProjectSchema>;
export type UpdateProjectInput = z.output<typeof updateProjectSchema>;
export type CancelProjectInput = z.output<typeof cancelProjectSchema>;
export type ReportProjectInput = z.output<typeof reportProjectSchema>;
export type AddAmountInput = z.output<typeof addAmountSchema>;
export type ChangeAmountInput = z.output<typeof changeAmountSchema>;
export type RemoveAmountInput = z.output<typeof removeAmountSchema>;
export type RaiseEntryInput = z.output<typeof raiseEntrySchema>;
export type ChangeEntryInput = z.output<typeof changeEntrySchema>;
export type CloseEntryInput = z.output<typeof closeEntrySchema>;
export type ReopenEntryInput = z.output<typeof reopenEntrySchema>;
export type DeclareRagInput = z.output<typeof declareRagSchema>;
export type WithdrawRagInput = z.output<typeof withdrawRagSchema>;
export type PartnerInput = z.output<typeof partner>;
export type ProjectListParams = z.output<typeof projectListSchema>;
