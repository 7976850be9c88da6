import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import type { ParkListItem } from "@/lib/domain/parks/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams, type Sort } from "@/lib/platform/paging/list-params";

export async function ParkTable(props: {
  rows: ParkListItem[];
  sort: Sort;
  searchParams: SearchParams;
  mayCreate: boolean;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const { query, status } = firstValues(props.searchParams);
  const empty =
    query || status ? (
      <EmptyState title={t("parks.noneMatch")} />
    ) : (
      <EmptyState
        title={t("parks.emptyTitle")}
        text={t("parks.emptyText")}
        action={props.mayCreate ? <ButtonLink href="/parks/new">{t("parks.new")}</ButtonLink> : undefined}
      />
    );
  return (
    <DataTable
      label={t("parks.title")}
      rows={props.rows}
      rowKey={(park) => park.id}
      rowHref={(park) => `/parks/${park.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname="/parks"
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("parks.name"),
          sort: "name",
          cell: (park) => nameOf(locale, park),
          wrap: true,
        },
        { key: "code", header: t("parks.code"), sort: "code", cell: (park) => park.code },
        {
          key: "status",
          header: t("parks.statusLabel"),
          cell: (park) => (
            <Badge tone={park.status === "OPEN" ? "good" : "neutral"}>
              {t(parkStatusLabels[park.status])}
            </Badge>
          ),
        },
        { key: "operator", header: t("parks.operator"), cell: (park) => park.operator, wrap: true },
        {
          key: "openedOn",
          header: t("parks.openedOn"),
          sort: "openedOn",
          cell: (park) => formats.date(park.openedOn),
        },
        {
          key: "buildings",
          header: t("parks.buildings"),
          align: "end",
          cell: (park) => formats.count(park.buildings),
        },
        { key: "units", header: t("parks.units"), align: "end", cell: (park) => formats.count(park.units) },
      ]}
    />
  );
}
