import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import { employmentLabel, jobCategoryLabel } from "@/lib/domain/employees/labels";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";

/** A roster: each person under a number, and under a name where names are open. */
export async function EmployeeTable(props: {
  rows: EmployeeDto[];
  sort: Sort;
  searchParams: SearchParams;
  named: boolean;
  /** Of one firm alone: whose they are need not be said. */
  ofOneFirm: boolean;
  empty: ReactNode;
}) {
  const [t, all, locale, formats] = await Promise.all([
    getTranslations("employees"),
    getTranslations(),
    currentLocale(),
    getFormats(),
  ]);
  const firm: Column<EmployeeDto> = {
    key: "enterprise",
    header: t("enterprise"),
    wrap: true,
    cell: (row) => nameOf(locale, row.enterprise),
  };
  const name: Column<EmployeeDto> = { key: "name", header: t("name"), cell: (row) => row.name, wrap: true };
  return (
    <DataTable
      label={t("title")}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/employees/${row.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname="/employees"
      empty={props.empty}
      columns={[
        {
          key: "number",
          header: t("number"),
          sort: "number",
          cell: (row) => t("no", { number: String(row.number) }),
        },
        ...(props.named ? [name] : []),
        ...(props.ofOneFirm ? [] : [firm]),
        { key: "park", header: t("park"), cell: (row) => row.park.code },
        {
          key: "jobCategory",
          header: t("jobCategoryLabel"),
          cell: (row) => (row.jobCategory ? all(jobCategoryLabel(row.jobCategory)) : ""),
        },
        {
          key: "nationality",
          header: t("nationality"),
          cell: (row) => countryName(locale, row.nationality) ?? "",
        },
        {
          key: "employment",
          header: t("employmentLabel"),
          cell: (row) => (row.intern ? t("intern") : all(employmentLabel(row.employment))),
        },
        {
          key: "permitExpiresOn",
          header: t("permitExpiresOn"),
          sort: "permitExpiresOn",
          cell: (row) => formats.date(row.permitExpiresOn),
        },
        {
          key: "joinedOn",
          header: t("joinedOn"),
          sort: "joinedOn",
          cell: (row) => formats.date(row.joinedOn),
        },
        { key: "leftOn", header: t("leftOn"), cell: (row) => formats.date(row.leftOn) },
      ]}
    />
  );
}
