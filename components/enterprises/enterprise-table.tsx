import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import type { EnterpriseListItem } from "@/lib/domain/enterprises/queries-list";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams, type Sort } from "@/lib/platform/paging/list-params";

const filters = ["query", "cluster", "stage", "missing", "park", "country"];

export async function EnterpriseTable(props: {
  rows: EnterpriseListItem[];
  sort: Sort;
  searchParams: SearchParams;
  mayCreate: boolean;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const values = firstValues(props.searchParams);
  const empty = filters.some((name) => values[name]) ? (
    <EmptyState title={t("enterprises.noneMatch")} />
  ) : (
    <EmptyState
      title={t("enterprises.emptyTitle")}
      text={t("enterprises.emptyText")}
      action={
        props.mayCreate ? <ButtonLink href="/enterprises/new">{t("enterprises.new")}</ButtonLink> : undefined
      }
    />
  );
  return (
    <DataTable
      label={t("enterprises.title")}
      rows={props.rows}
      rowKey={(firm) => firm.id}
      rowHref={(firm) => `/enterprises/${firm.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname="/enterprises"
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("enterprises.name"),
          sort: "name",
          wrap: true,
          cell: (firm) => nameOf(locale, firm),
        },
        {
          key: "identifier",
          header: t("enterprises.identifierLabel"),
          tabular: true,
          cell: (firm) => firm.identifier?.value,
        },
        {
          key: "cluster",
          header: t("enterprises.clusterLabel"),
          sort: "cluster",
          cell: (firm) => t(clusterLabel(firm.cluster)),
        },
        {
          key: "country",
          header: t("enterprises.countryLabel"),
          cell: (firm) => countryName(locale, firm.country),
        },
        {
          key: "stage",
          header: t("enterprises.stageLabel"),
          sort: "stage",
          cell: (firm) => t(stageLabel(firm.stage)),
        },
        { key: "parks", header: t("enterprises.parks"), cell: (firm) => firm.parks.join(", ") },
        { key: "area", header: t("enterprises.area"), align: "end", cell: (firm) => formats.area(firm.area) },
        {
          key: "people",
          header: t("enterprises.people"),
          align: "end",
          cell: (firm) => formats.count(firm.people),
        },
      ]}
    />
  );
}
