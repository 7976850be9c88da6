import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RunJob } from "@/components/jobs/run-job";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listDuePurges } from "@/lib/domain/employees/queries-purge";
import { noCounts } from "@/lib/domain/jobs/labels";
import { listJobRuns, listTimetable } from "@/lib/domain/jobs/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { retentionCutoff, retentionMonths, runsByItself } from "@/lib/platform/jobs/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

/** Scheduled work: what the next purge would take, by firm and without names, and what the last runs did. */
export default async function JobsPage() {
  const [viewer, t, all, formats] = await Promise.all([
    requireViewer(),
    getTranslations("jobs"),
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "jobs.read")) forbidden();
  const cutoff = retentionCutoff();
  const [timetable, runs, due] = await Promise.all([
    listTimetable(viewer),
    listJobRuns(viewer),
    listDuePurges(viewer, cutoff),
  ]);
  const outcome = (run: (typeof runs)[number]) =>
    run.outcome === "DONE"
      ? t(`counts.${run.job}`, { ...noCounts, ...run.result })
      : t(`outcomes.${run.outcome}`);
  const next = (at: string | null) => {
    if (!runsByItself()) return t("byHand");
    return at ? formats.dateTime(at) : t("now");
  };
  return (
    <>
      <PageHeader title={t("title")} trail={[{ href: "/settings", label: all("settings.title") }]} />
      <p>{t(runsByItself() ? "runHelp" : "standsStill")}</p>
      <ClientMessages namespaces={["jobs"]}>
        <DataTable
          label={t("timetable")}
          rows={timetable}
          rowKey={({ job }) => job}
          empty={null}
          columns={[
            { key: "job", header: t("jobLabel"), cell: ({ job }) => t(`job.${job}`), wrap: true },
            { key: "when", header: t("when"), cell: ({ job }) => t(`times.${job}`), wrap: true },
            { key: "began", header: t("lastRun"), cell: ({ began }) => formats.dateTime(began) },
            { key: "next", header: t("nextRun"), cell: (row) => next(row.next) },
            {
              key: "state",
              header: t("outcome"),
              cell: ({ troubled, began }) =>
                began ? (
                  <Badge tone={troubled ? "bad" : "good"}>{t(troubled ? "troubled" : "fine")}</Badge>
                ) : null,
            },
            {
              key: "run",
              header: <span className="visually-hidden">{t("run")}</span>,
              cell: ({ job }) => <RunJob job={job} label={t(`job.${job}`)} />,
            },
          ]}
        />
      </ClientMessages>
      <h2>{t("due")}</h2>
      <p>{t("dueHelp", { day: formats.date(cutoff), months: retentionMonths() })}</p>
      <DataTable
        label={t("due")}
        rows={due.firms}
        rowKey={(firm) => firm.id}
        rowHref={(firm) => `/enterprises/${firm.id}/people`}
        empty={<EmptyState title={t("nothingDue")} />}
        totalLabel={all("common.total")}
        columns={[
          {
            key: "enterprise",
            header: t("enterprise"),
            wrap: true,
            cell: (firm) => nameOf(viewer.locale, firm),
          },
          {
            key: "people",
            header: t("people"),
            align: "end",
            cell: (firm) => formats.count(firm.people),
            total: formats.count(due.people),
          },
        ]}
      />
      {due.files > 0 ? <p>{t("dueFiles", { count: due.files })}</p> : null}
      <h2>{t("runs")}</h2>
      <DataTable
        label={t("runs")}
        rows={runs}
        rowKey={(run) => run.id}
        empty={<EmptyState title={t("noRuns")} />}
        columns={[
          { key: "startedAt", header: t("startedAt"), cell: (run) => formats.dateTime(run.startedAt) },
          { key: "job", header: t("jobLabel"), cell: (run) => t(`job.${run.job}`) },
          { key: "kind", header: t("kind"), cell: (run) => t(run.dryRun ? "dryRun" : "inEarnest") },
          { key: "byName", header: t("byName"), cell: (run) => run.byName, wrap: true },
          { key: "outcome", header: t("outcome"), cell: outcome, wrap: true },
          {
            key: "took",
            header: t("took"),
            align: "end",
            cell: ({ took }) => (took === null ? "" : formats.number(took / 1000, 1)),
          },
        ]}
      />
    </>
  );
}
