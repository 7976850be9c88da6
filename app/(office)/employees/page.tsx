import type { Metadata } from "next";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { NamesNote } from "@/components/employees/names-note";
import { GridLink } from "@/components/imports/grid-link";
import { ListPage } from "@/components/lists/list-page";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { employmentLabel } from "@/lib/domain/employees/labels";
import { listEmployees } from "@/lib/domain/employees/queries";
import { employeeListSchema, employments, permitFilters } from "@/lib/domain/employees/schema";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { getNameSight } from "@/lib/domain/name-openings/queries";
import { can } from "@/lib/domain/permissions";
import { leadFirm } from "@/lib/platform/auth/firm";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { employeeList, namedEmployeeList } from "@/lib/reports/lists/employees";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees"))("title") };
}

/** The roster of the zone or of a firm; names only of one firm at a time, and once they are opened. */
export default async function EmployeesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  await leadFirm(FIRM_ROSTER);
  const params = parseList(employeeListSchema, searchParams);
  const [firm, sight] = params.enterprise
    ? await Promise.all([getEnterprise(viewer, params.enterprise), getNameSight(viewer, params.enterprise)])
    : [null, null];
  const named = Boolean(sight?.open);
  const asOf = asOfFrom(searchParams);
  const mayCreate = can(viewer, "employees.create");
  const create = firm ? (
    <ButtonLink look="primary" href={`/employees/new?enterprise=${firm.id}`}>
      {t("employees.new")}
    </ButtonLink>
  ) : (
    <ButtonLink href="/imports/new?kind=employees">{t("employees.import")}</ButtonLink>
  );
  const values = firstValues(searchParams);
  const narrowed = ["query", "state", "permit", "park", "employment"].some((name) => values[name]);
  return (
    <>
      <PageHeader
        title={firm ? t("employees.rosterOf", { firm: nameOf(viewer.locale, firm) }) : t("employees.title")}
        trail={firm ? [{ href: `/enterprises/${firm.id}/people`, label: nameOf(viewer.locale, firm) }] : []}
        action={mayCreate ? create : undefined}
        more={
          can(viewer, "reports.rows") ? (
            <>
              <AppLink href="/employees/declared">{t("employees.declared.title")}</AppLink>
              {firm && mayCreate ? (
                <AppLink href="/imports/new?kind=employees">{t("employees.import")}</AppLink>
              ) : null}
              {mayCreate ? (
                <GridLink kind="employees" searchParams={firm ? { enterprise: firm.id } : {}} />
              ) : null}
            </>
          ) : undefined
        }
      />
      {firm && sight ? <NamesNote sight={sight} enterpriseId={firm.id} searchParams={searchParams} /> : null}
      <ListPage
        list={named ? namedEmployeeList : employeeList}
        viewer={viewer}
        asOf={asOf}
        read={() => listEmployees(viewer, params, asOf, named ? "PAGE" : undefined)}
        params={params}
        searchParams={searchParams}
        pathname="/employees"
        without={firm ? ["enterprise"] : []}
        fields={[
          { name: "query", label: t("employees.search"), type: "search" },
          {
            name: "state",
            label: t("employees.stateLabel"),
            type: "select",
            none: t("employees.state.PRESENT"),
            options: (["LEFT", "ALL"] as const).map((value) => ({
              value,
              label: t(`employees.state.${value}`),
            })),
          },
          {
            name: "permit",
            label: t("employees.permitLabel"),
            type: "select",
            options: permitFilters.map((value) => ({ value, label: t(`employees.permit.${value}`) })),
          },
          {
            name: "employment",
            label: t("employees.employmentLabel"),
            type: "select",
            options: employments.map((value) => ({ value, label: t(employmentLabel(value)) })),
          },
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("employees.noneMatch")} />
          ) : (
            <EmptyState
              title={t("employees.empty")}
              text={t("employees.emptyText")}
              action={mayCreate ? create : undefined}
            />
          )
        }
      />
    </>
  );
}
