import "server-only";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { projectKindLabel, projectStageLabel } from "@/lib/domain/projects/labels";
import { listProjectIds, listProjectsByIds, type ProjectListItem } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { listProjectReports, type ProjectReport } from "@/lib/reports/progress/facts";
import { ragKinds } from "@/lib/reports/progress/rag-kinds";
import { customColumns } from "./custom";
import type { List } from "./list";

export type ProjectRow = ProjectListItem & { progress: ProjectReport["progress"] | null };

export const projectList: List<ProjectRow> = {
  noun: "projects",
  title: "projects.title",
  href: (project) => `/projects/${project.id}`,
  ids: async ({ viewer, values }) => {
    const custom = await getCustomAsk(viewer, "PROJECT", values);
    return listProjectIds(viewer, parseList(projectListSchema, values), custom);
  },
  rows: async ({ viewer, values, asOf }, ids) => {
    const custom = await getCustomAsk(viewer, "PROJECT", values);
    return withProgress(viewer, await listProjectsByIds(viewer, ids, custom), asOf);
  },
  columns: async ({ viewer, locale, say }) => [
    {
      key: "code",
      header: "projects.code",
      kind: "TEXT",
      value: (project) => project.code,
      sort: "code",
    },
    {
      key: "title",
      header: "projects.titleLabel",
      kind: "TEXT",
      value: (project, locale) => titleOf(locale, project),
      sort: "title",
      wrap: true,
    },
    {
      key: "lead",
      header: "projects.lead",
      kind: "TEXT",
      value: (project, locale) => (project.lead ? nameOf(locale, project.lead) : null),
      wrap: true,
    },
    {
      key: "park",
      header: "projects.park",
      kind: "TEXT",
      value: (project) => project.park?.code ?? say("projects.wholeZone"),
    },
    {
      key: "cluster",
      header: "projects.clusterLabel",
      kind: "LABEL",
      value: (project) => clusterLabel(project.cluster),
    },
    {
      key: "stage",
      header: "projects.stageLabel",
      kind: "LABEL",
      value: (project) => projectStageLabel(project.stage),
      sort: "stage",
    },
    {
      key: "done",
      header: "projects.done",
      kind: "RATE",
      value: ({ progress }) => progress?.progress ?? null,
      places: 0,
    },
    {
      key: "planned",
      header: "projects.planned",
      kind: "RATE",
      value: ({ progress }) => progress?.planned ?? null,
      places: 0,
    },
    {
      key: "slip",
      header: "projects.slip",
      kind: "DAYS",
      value: ({ progress }) => progress?.finishSlipDays ?? null,
    },
    {
      key: "rag",
      header: "projects.rag",
      kind: "LABEL",
      value: ({ progress }) => `projects.rags.${progress?.rag ?? "GREY"}`,
      mark: ({ progress }) => ragKinds[progress?.rag ?? "GREY"],
    },
    {
      key: "kind",
      header: "projects.kindLabel",
      kind: "LABEL",
      hidden: true,
      value: (project) => projectKindLabel(project.kind),
    },
    {
      key: "owner",
      header: "projects.owner",
      kind: "TEXT",
      hidden: true,
      value: (project) => project.owner,
    },
    {
      key: "tags",
      header: "projects.tags",
      kind: "TEXT",
      hidden: true,
      value: (project) => project.tags.join(", "),
      wrap: true,
    },
    {
      key: "milestones",
      header: "projects.milestones",
      kind: "COUNT",
      hidden: true,
      value: (project) => project.milestones,
    },
    {
      key: "variance",
      header: "projects.variance",
      kind: "POINTS",
      hidden: true,
      value: ({ progress }) => progress?.variancePoints ?? null,
    },
    {
      key: "plannedInvestment",
      header: "projects.plannedInvestment",
      kind: "NUMBER",
      hidden: true,
      value: (project) => project.plannedInvestment?.amount ?? null,
    },
    {
      key: "currency",
      header: "ui.form.currency",
      kind: "TEXT",
      hidden: true,
      value: (project) => project.plannedInvestment?.currency ?? null,
    },
    {
      key: "agreement",
      header: "projects.agreement",
      kind: "TEXT",
      hidden: true,
      value: ({ agreement }, locale) => agreement && `${agreement.code} ${titleOf(locale, agreement)}`,
      wrap: true,
    },
    {
      key: "startedOn",
      header: "projects.startedOn",
      kind: "DATE",
      hidden: true,
      value: (project) => project.startedOn,
    },
    {
      key: "deliveredOn",
      header: "projects.deliveredOn",
      kind: "DATE",
      hidden: true,
      value: (project) => project.deliveredOn,
    },
    ...(await customColumns<ProjectRow>(viewer, "PROJECT", locale)),
  ],
};

/** Projects with their computed progress on a day: one query, however many rows. */
export async function withProgress(
  viewer: Viewer,
  projects: ProjectListItem[],
  asOf: CivilDate,
): Promise<ProjectRow[]> {
  const codes = projects.map(({ code }) => code);
  const reports = await listProjectReports(viewer, codes, asOf);
  const progress = new Map(reports.map((report) => [report.code, report.progress]));
  return projects.map((project) => ({ ...project, progress: progress.get(project.code) ?? null }));
}
