import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { BuildingListItem } from "@/lib/domain/buildings/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams, type Sort } from "@/lib/platform/paging/list-params";

export async function BuildingTable(props: {
  rows: BuildingListItem[];
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
}) {
  const [t, locale, formats] = await Promise.all([
    getTranslations("buildings"),
    currentLocale(),
    getFormats(),
  ]);
  const { query, park } = firstValues(props.searchParams);
  const empty =
    query || park ? (
      <EmptyState title={t("noneMatch")} />
    ) : (
      <EmptyState title={t("empty")} text={t("emptyText")} />
    );
  return (
    <DataTable
      label={t("title")}
      rows={props.rows}
      rowKey={(building) => building.id}
      rowHref={(building) => `/buildings/${building.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname={props.pathname}
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("name"),
          sort: "name",
          wrap: true,
          cell: (building) => nameOf(locale, building),
        },
        { key: "code", header: t("code"), sort: "code", cell: (building) => building.code },
        { key: "park", header: t("park"), wrap: true, cell: (building) => nameOf(locale, building.park) },
        {
          key: "floors",
          header: t("floors"),
          align: "end",
          cell: (building) => formats.count(building.floors.length),
        },
        { key: "units", header: t("units"), align: "end", cell: (building) => formats.count(building.units) },
        {
          key: "grossArea",
          header: t("grossArea"),
          sort: "grossArea",
          align: "end",
          cell: (building) => formats.area(building.grossArea),
        },
      ]}
    />
  );
}
