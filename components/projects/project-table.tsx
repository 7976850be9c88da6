import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { projectStageLabel } from "@/lib/domain/projects/labels";
import type { ProjectListItem } from "@/lib/domain/projects/queries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import { RagMark } from "./rag-mark";

/** Projects with their computed progress on the day. */
export async function ProjectTable(props: {
  rows: ProjectListItem[];
  reports: Map<string, ProjectReport>;
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
  empty: ReactNode;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const progressOf = (project: ProjectListItem) => props.reports.get(project.code)?.progress;
  return (
    <DataTable
      label={t("projects.title")}
      rows={props.rows}
      rowKey={(project) => project.id}
      rowHref={(project) => `/projects/${project.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname={props.pathname}
      empty={props.empty}
      columns={[
        { key: "code", header: t("projects.code"), sort: "code", cell: (project) => project.code },
        {
          key: "title",
          header: t("projects.titleLabel"),
          sort: "title",
          wrap: true,
          cell: (project) => titleOf(locale, project),
        },
        {
          key: "lead",
          header: t("projects.lead"),
          wrap: true,
          cell: (project) => (project.lead ? nameOf(locale, project.lead) : null),
        },
        {
          key: "park",
          header: t("projects.park"),
          cell: (project) => project.park?.code ?? t("projects.wholeZone"),
        },
        {
          key: "cluster",
          header: t("projects.clusterLabel"),
          cell: (project) => t(clusterLabel(project.cluster)),
        },
        {
          key: "stage",
          header: t("projects.stageLabel"),
          sort: "stage",
          cell: (project) => t(projectStageLabel(project.stage)),
        },
        {
          key: "done",
          header: t("projects.done"),
          align: "end",
          cell: (project) => formats.percent(progressOf(project)?.progress, 0),
        },
        {
          key: "planned",
          header: t("projects.planned"),
          align: "end",
          cell: (project) => formats.percent(progressOf(project)?.planned, 0),
        },
        {
          key: "slip",
          header: t("projects.slip"),
          align: "end",
          cell: (project) => formats.change(progressOf(project)?.finishSlipDays),
        },
        {
          key: "rag",
          header: t("projects.rag"),
          cell: (project) => {
            const rag = progressOf(project)?.rag ?? "GREY";
            return <RagMark rag={rag} label={t(`projects.rags.${rag}`)} />;
          },
        },
      ]}
    />
  );
}
