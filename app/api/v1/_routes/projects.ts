import { z } from "zod";
import { type CustomEntry, toCustomByKey, toCustomEntries } from "@/lib/domain/custom-fields/dto";
import { clusters } from "@/lib/domain/enterprises/schema";
import type { ProjectDto } from "@/lib/domain/projects/dto";
import { getProject, getProjectIdByCode, listProjects } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { type AnyWords, wordsFor } from "@/lib/platform/api/words";
import { notFound } from "@/lib/platform/errors/app-error";
import type { Locale } from "@/lib/platform/i18n/locales";
import { getProjectReport, listProjectReports, type ProjectReport } from "@/lib/reports/progress/facts";
import { toReasonValues } from "@/lib/reports/progress/rows";
import type { RagReason } from "@/lib/reports/progress/types";
import { askCustom } from "./custom-ask";
import {
  asOfQuery,
  customShape,
  dateShape,
  dayOf,
  firmShape,
  instantOf,
  knownAtQuery,
  listShape,
  namesShape,
  placeShape,
  rateShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const rag = z.enum(["GREEN", "AMBER", "RED", "GREY"]);
const progressShape = {
  progress: rateShape,
  planned: rateShape,
  variancePoints: z.number().nullable(),
  spi: z.number().nullable(),
  finishSlipDays: z.int().nullable(),
  originalFinishSlipDays: z.int().nullable(),
  rag,
  ragReasons: z.array(
    z.object({
      code: z.string(),
      level: z.enum(["AMBER", "RED", "GREY"]),
      milestoneId: z.string().nullable(),
      params: z.record(z.string(), z.number()),
      message: z.object({ en: z.string(), zh: z.string() }),
    }),
  ),
};
const milestoneShape = z.object({
  id: z.string(),
  ...namesShape,
  weight: z.string(),
  originalBaseline: dateShape,
  baseline: dateShape,
  forecast: dateShape.nullable(),
  actual: dateShape.nullable(),
  done: z.boolean(),
  overdue: z.boolean(),
  slipDays: z.int().nullable(),
  rag: z.enum(["GREEN", "AMBER", "RED", "GREY", "DONE", "CANCELLED"]),
});

const agreementShape = z.object({ id: z.string(), code: z.string(), ...namesShape });

const projectShape = z.object({
  id: z.string(),
  code: z.string(),
  ...namesShape,
  cluster: z.string(),
  kind: z.string(),
  stage: z.string(),
  tags: z.array(z.string()),
  park: placeShape.nullable(),
  lead: firmShape.nullable(),
  agreement: agreementShape.nullable(),
  startedOn: dateShape.nullable(),
  deliveredOn: dateShape.nullable(),
  version: z.int(),
  custom: customShape,
  ...progressShape,
});

export const projects = defineRoute({
  id: "listProjects",
  path: "/projects",
  tag: "projects",
  query: z.looseObject({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    cluster: z.enum(clusters).optional(),
    tag: z.string().max(40).optional(),
    agreement: uuidShape.optional(),
    ...asOfQuery,
    ...knownAtQuery,
    ...listQuery,
  }),
  answer: listShape(projectShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = projectListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const ask = await askCustom(viewer, "PROJECT", query);
    const { rows, total } = await listProjects(viewer, filters, ask);
    const codes = rows.map(({ code }) => code);
    const words = await bothWords();
    const reports = await listProjectReports(viewer, codes, dayOf(query.asOf), instantOf(query.knownAt));
    const byCode = new Map(reports.map((report) => [report.code, toProgress(report, words)]));
    return {
      items: rows.flatMap((row) => {
        const progress = byCode.get(row.code);
        const custom = toCustomEntries(ask.fields, row.custom);
        return progress ? [{ ...toProject(row, custom), ...progress }] : [];
      }),
      nextCursor: toNextCursor(place, total),
    };
  },
});

export const project = defineRoute({
  id: "getProject",
  path: "/projects/{code}",
  tag: "projects",
  params: z.object({ code: z.string().min(1).max(100) }),
  query: z.object({ ...asOfQuery, ...knownAtQuery }),
  answer: projectShape,
  handle: async (viewer, { params, query }) => {
    const id = await getProjectIdByCode(viewer, params.code);
    const row = id && (await getProject(viewer, id));
    const report = await getProjectReport(viewer, params.code, dayOf(query.asOf), instantOf(query.knownAt));
    if (!row || !report) throw notFound();
    return { ...toProject(row, row.customFields), ...toProgress(report, await bothWords()) };
  },
});

export const projectProgress = defineRoute({
  id: "getProjectProgress",
  path: "/projects/{code}/progress",
  tag: "projects",
  params: z.object({ code: z.string().min(1).max(100) }),
  query: z.object({ ...asOfQuery, ...knownAtQuery }),
  answer: z.object({ code: z.string(), ...progressShape, milestones: z.array(milestoneShape) }),
  handle: async (viewer, { params, query }) => {
    const report = await getProjectReport(viewer, params.code, dayOf(query.asOf), instantOf(query.knownAt));
    if (!report) throw notFound();
    return {
      code: report.code,
      ...toProgress(report, await bothWords()),
      milestones: report.milestones.map((milestone) => ({
        id: milestone.id,
        ...toTitles(milestone),
        weight: milestone.weight,
        originalBaseline: milestone.originalBaseline,
        baseline: milestone.baseline,
        forecast: milestone.forecast,
        actual: milestone.actual,
        done: milestone.done,
        overdue: milestone.overdue,
        slipDays: milestone.slipDays,
        rag: milestone.rag,
      })),
    };
  },
});

type Words = { en: AnyWords; zh: AnyWords };

async function bothWords(): Promise<Words> {
  const [en, zh] = await Promise.all([wordsFor("en"), wordsFor("zh")]);
  return { en, zh };
}

function toProject(row: ProjectDto, custom: CustomEntry[]) {
  const { id, code, cluster, kind, stage, tags, park, lead, agreement, version } = row;
  return {
    ...{ id, code, ...toTitles(row), cluster, kind, stage, tags },
    park: park && toPlaceNames(park),
    lead: lead && { id: lead.id, ...toNames(lead) },
    agreement: agreement && { id: agreement.id, code: agreement.code, ...toTitles(agreement) },
    startedOn: row.startedOn,
    deliveredOn: row.deliveredOn,
    version,
    custom: toCustomByKey(custom),
  };
}

function toTitles({ titleZh, titleEn }: { titleZh: string | null; titleEn: string | null }) {
  return toNames({ nameZh: titleZh, nameEn: titleEn });
}

function toProgress({ progress, milestones }: ProjectReport, words: Words) {
  const { variancePoints, spi, finishSlipDays, originalFinishSlipDays } = progress;
  return {
    ...{ progress: progress.progress, planned: progress.planned, variancePoints, spi },
    ...{ finishSlipDays, originalFinishSlipDays, rag: progress.rag },
    ragReasons: progress.ragReasons.map((reason) => ({
      ...reason,
      message: toMessage(reason, milestones, words),
    })),
  };
}

function toMessage(reason: RagReason, milestones: ProjectReport["milestones"], { en, zh }: Words) {
  const about = milestones.find(({ id }) => id === reason.milestoneId);
  const { titleZh, titleEn } = about ?? { titleZh: null, titleEn: null };
  const say = (t: AnyWords, locale: Locale, milestone: string | null) =>
    t(`metrics.reasons.${reason.code}`, { ...toReasonValues(reason, locale), milestone: milestone ?? "" });
  return { en: say(en, "en", titleEn ?? titleZh), zh: say(zh, "zh", titleZh ?? titleEn) };
}
