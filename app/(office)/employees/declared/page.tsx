import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { DeclaredTable } from "@/components/employees/declared-table";
import styles from "@/components/employees/names-note.module.css";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { toParkRows } from "@/lib/reports/roster/compute";
import { listRosterRows } from "@/lib/reports/roster/facts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees"))("declared.title") };
}

/** Where rosters and declared headcounts differ, the largest difference first, and by park. */
export default async function DeclaredPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "reports.rows")) forbidden();
  const rows = await listRosterRows(viewer, asOfFrom(searchParams));
  return (
    <>
      <PageHeader
        title={t("employees.declared.title")}
        trail={[{ href: "/employees", label: t("employees.title") }]}
      />
      <p>{t("employees.declared.help")}</p>
      <p>{t("metrics.rosterResidual.formula")}</p>
      {rows.length > 0 ? (
        <>
          <h2>{t("employees.declared.byPark")}</h2>
          <DeclaredTable rows={toParkRows(rows)} label={t("employees.declared.byPark")} of="parks" />
          <h2>{t("employees.declared.byFirm")}</h2>
        </>
      ) : null}
      <DeclaredTable rows={rows} label={t("employees.declared.byFirm")} of="firms" />
      {rows.length > 0 ? (
        <ExportLinks at="/employees/declared/export" searchParams={searchParams} className={styles.files} />
      ) : null}
    </>
  );
}
