import "server-only";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { projectStageLabel } from "@/lib/domain/projects/labels";
import { listProjectIds, listProjectsByIds, type ProjectListItem } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { listProjectReports, type ProjectReport } from "@/lib/reports/progress/facts";
import type { ListFile } from "./serve";

type Row = ProjectListItem & { progress: ProjectReport["progress"] | null };

export const projectFile: ListFile<Row> = {
  title: "projects.title",
  ids: ({ viewer, values }) => listProjectIds(viewer, parseList(projectListSchema, values)),
  async rows({ viewer, asOf }, ids) {
    const projects = await listProjectsByIds(viewer, ids);
    const codes = projects.map(({ code }) => code);
    const reports = await listProjectReports(viewer, codes, asOf);
    const progress = new Map(reports.map((report) => [report.code, report.progress]));
    return projects.map((project) => ({ ...project, progress: progress.get(project.code) ?? null }));
  },
  columns: (say) => [
    { key: "code", header: "projects.code", kind: "TEXT", value: (project) => project.code },
    {
      key: "title",
      header: "projects.titleLabel",
      kind: "TEXT",
      value: (project, locale) => titleOf(locale, project),
    },
    {
      key: "lead",
      header: "projects.lead",
      kind: "TEXT",
      value: (project, locale) => (project.lead ? nameOf(locale, project.lead) : null),
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
    },
    {
      key: "done",
      header: "projects.done",
      kind: "RATE",
      value: ({ progress }) => progress?.progress ?? null,
    },
    {
      key: "planned",
      header: "projects.planned",
      kind: "RATE",
      value: ({ progress }) => progress?.planned ?? null,
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
    },
  ],
};
