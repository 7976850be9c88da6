import { GridLink } from "@/components/imports/grid-link";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { RosterRow } from "@/lib/reports/roster/facts";
import { DeclaredTable } from "./declared-table";

/** A firm's roster beside what it declared, on its page of people. */
export async function RosterSection(props: { enterpriseId: string; rows: RosterRow[]; mayAdd: boolean }) {
  const { enterpriseId, rows, mayAdd } = props;
  const t = await getTranslations();
  if (rows.length === 0 && !mayAdd) return null;
  return (
    <>
      <h2>{t("employees.declared.ofFirm")}</h2>
      {rows.length > 0 ? (
        <>
          <DeclaredTable rows={rows} label={t("employees.declared.ofFirm")} of="firm" />
          <p>{t("metrics.rosterResidual.formula")}</p>
        </>
      ) : (
        <p>{t("employees.emptyText")}</p>
      )}
      <p>
        {rows.length > 0 ? (
          <ButtonLink href={`/employees?enterprise=${enterpriseId}`}>{t("employees.openRoster")}</ButtonLink>
        ) : null}{" "}
        {mayAdd ? (
          <>
            <AppLink href={`/employees/new?enterprise=${enterpriseId}`}>{t("employees.new")}</AppLink>{" "}
            <GridLink kind="employees" searchParams={{ enterprise: enterpriseId }} />
          </>
        ) : null}
      </p>
    </>
  );
}
