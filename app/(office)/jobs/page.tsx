import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RunJob } from "@/components/jobs/run-job";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listDuePurges } from "@/lib/domain/employees/queries-purge";
import { listJobRuns } from "@/lib/domain/jobs/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats } from "@/lib/platform/i18n/translator";
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
  const [runs, due] = await Promise.all([listJobRuns(viewer), listDuePurges(viewer, cutoff)]);
  const outcome = (run: (typeof runs)[number]) => {
    if (run.failed) return t("failed");
    return run.result ? t("counts", { people: 0, firms: 0, files: 0, ...run.result }) : t("running");
  };
  return (
    <>
      <PageHeader title={t("title")} trail={[{ href: "/settings", label: all("settings.title") }]} />
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
      <p>{t(runsByItself() ? "runHelp" : "standsStill")}</p>
      <ClientMessages namespaces={["jobs"]}>
        <RunJob job="PURGE_EMPLOYEES" />
      </ClientMessages>
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
        ]}
      />
    </>
  );
}
