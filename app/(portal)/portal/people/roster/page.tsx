import type { Metadata } from "next";
import { PortalPage } from "@/components/change-requests/portal-page";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import styles from "@/components/employees/firm-roster.module.css";
import { FirmRosterRows } from "@/components/employees/firm-roster-rows";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportLinks } from "@/components/ui/export-links";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pager } from "@/components/ui/pager";
import { listEmployees } from "@/lib/domain/employees/queries";
import { employeeListSchema, permitFilters } from "@/lib/domain/employees/schema";
import { can } from "@/lib/domain/permissions";
import { requireFirm } from "@/lib/platform/auth/firm";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees.portal"))("title") };
}

/** The firm's own list of its people, by name, with what it does most at hand: adding somebody. */
export default async function FirmRosterPage(props: { searchParams: Promise<SearchParams> }) {
  const [{ viewer, enterpriseId }, searchParams, t] = await Promise.all([
    requireFirm(),
    props.searchParams,
    getTranslations("employees"),
  ]);
  const params = { ...parseList(employeeListSchema, searchParams), enterprise: enterpriseId };
  const asOf = asOfFrom(searchParams);
  const { rows, total } = await listEmployees(viewer, params, asOf, "PAGE");
  const values = firstValues(searchParams);
  const narrowed = ["query", "state", "permit"].some((name) => values[name]);
  const several = new Set(rows.map(({ park }) => park.id)).size > 1;
  const add = can(viewer, "employees.create") ? (
    <ButtonLink look="primary" href={`${FIRM_ROSTER}/new`}>
      {t("portal.add")}
    </ButtonLink>
  ) : undefined;
  return (
    <PortalPage
      title={t("portal.title")}
      trail={[{ href: "/portal/people", label: t("portal.people") }]}
      help={t("portal.help")}
    >
      {total > 0 || narrowed ? (
        <>
          <p className={styles.verbs}>{add}</p>
          <FilterBar
            pathname={FIRM_ROSTER}
            searchParams={searchParams}
            fields={[
              { name: "query", label: t("search"), type: "search" },
              {
                name: "state",
                label: t("portal.who"),
                type: "select",
                none: t("state.PRESENT"),
                options: (["LEFT", "ALL"] as const).map((value) => ({ value, label: t(`state.${value}`) })),
              },
            ]}
            more={{
              title: t("permitLabel"),
              fields: [
                {
                  name: "permit",
                  label: t("permitLabel"),
                  type: "select",
                  options: permitFilters.map((value) => ({ value, label: t(`permit.${value}`) })),
                },
              ],
            }}
          />
        </>
      ) : null}
      {rows.length > 0 ? (
        <FirmRosterRows rows={rows} asOf={asOf} several={several} />
      ) : (
        <EmptyState
          title={t(narrowed ? "noneMatch" : "portal.empty")}
          text={narrowed ? undefined : t("portal.emptyText")}
          action={narrowed ? undefined : add}
        />
      )}
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname={FIRM_ROSTER}
      />
      {total > 0 ? (
        <ExportLinks
          at="/employees/names/export"
          searchParams={searchParams}
          with={{ enterprise: enterpriseId }}
          className={styles.files}
        />
      ) : null}
    </PortalPage>
  );
}
