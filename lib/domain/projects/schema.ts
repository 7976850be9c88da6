import { z } from "zod";
import { filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalMoney } from "@/lib/platform/values/numbers";
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
  .object({ projectId: z.uuid(), on: civilDate(), textZh: optionalText(4000), textEn: optionalText(4000) })
  .refine(({ textZh, textEn }) => textZh || textEn, { path: ["textZh"], message: "errors.required" });

/** One change to many projects: those picked, or all that the list's filters match. Empty leaves a field as it is. */
export const changeProjectsSchema = z.object({
  ...selection,
  ownerId: ownerOrKeep,
  cluster: keepOr(clusters),
  stage: keepOr(["PROPOSED", "APPROVED", "ACTIVE", "DELIVERED"]),
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
export type ProjectListParams = z.output<typeof projectListSchema>;
