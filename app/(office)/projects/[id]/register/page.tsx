import { notFound } from "next/navigation";
import { findProject, titleOfProject } from "@/components/projects/find-project";
import { ProjectHeader } from "@/components/projects/project-header";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusMark } from "@/components/ui/status-mark";
import { entryKindLabel, entrySeverityLabel } from "@/lib/domain/projects/labels";
import { listEntries } from "@/lib/domain/projects/queries-records";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfProject;

/** Risks, issues and decisions: the office's own. */
export default async function ProjectRegisterPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  const { viewer, project } = await findProject(id);
  if (!project.can.readRegister) notFound();
  const asOf = asOfFrom(searchParams);
  const entries = (await listEntries(viewer, id)).filter(({ raisedOn }) => raisedOn <= asOf);
  const open = (entry: (typeof entries)[number]) => entry.closedOn === null || entry.closedOn > asOf;
  const add = project.can.register ? (
    <ButtonLink href={`/projects/${id}/register/new`}>{t("projects.entry.new")}</ButtonLink>
  ) : undefined;
  return (
    <>
      <ProjectHeader project={project} side="/register" />
      {entries.length > 0 && add ? <p>{add}</p> : null}
      <DataTable
        label={t("projects.register")}
        rows={entries}
        rowKey={(entry) => entry.id}
        empty={
          <EmptyState title={t("projects.entry.none")} text={t("projects.entry.noneText")} action={add} />
        }
        columns={[
          {
            key: "title",
            header: t("projects.entry.title"),
            wrap: true,
            cell: (entry) =>
              project.can.register ? (
                <AppLink href={`/projects/${id}/register/${entry.id}`}>
                  {titleOf(viewer.locale, entry)}
                </AppLink>
              ) : (
                titleOf(viewer.locale, entry)
              ),
          },
          {
            key: "kind",
            header: t("projects.entry.kindLabel"),
            cell: (entry) => t(entryKindLabel(entry.kind)),
          },
          {
            key: "severity",
            header: t("projects.entry.severityLabel"),
            cell: (entry) => entry.severity && t(entrySeverityLabel(entry.severity)),
          },
          { key: "owner", header: t("projects.entry.owner"), cell: (entry) => entry.owner },
          {
            key: "raisedOn",
            header: t("projects.entry.raisedOn"),
            cell: (entry) => formats.date(entry.raisedOn),
          },
          { key: "dueOn", header: t("projects.entry.dueOn"), cell: (entry) => formats.date(entry.dueOn) },
          {
            key: "state",
            header: t("projects.entry.state"),
            cell: (entry) => {
              if (!open(entry)) {
                return (
                  <StatusMark kind="done" label={t("projects.entry.closed", { on: entry.closedOn ?? "" })} />
                );
              }
              const late = entry.dueOn !== null && entry.dueOn < asOf;
              return (
                <StatusMark
                  kind={late ? "late" : "committed"}
                  label={t(late ? "projects.entry.overdue" : "projects.entry.open")}
                />
              );
            },
          },
          {
            key: "outcome",
            header: t("projects.entry.outcome"),
            wrap: true,
            cell: (entry) => (open(entry) ? null : entry.outcome),
          },
        ]}
      />
    </>
  );
}
