import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { HeadcountDto } from "@/lib/domain/headcounts/dto";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";

/** What one firm declared, newest first. */
export async function HeadcountTable(props: {
  rows: HeadcountDto[];
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
  mayOpen: boolean;
}) {
  const [t, locale, formats] = await Promise.all([
    getTranslations("headcounts"),
    currentLocale(),
    getFormats(),
  ]);
  const parts = ["own", "dispatched", "other", "local", "foreign", "rAndD", "degree"] as const;
  return (
    <DataTable
      label={t("title")}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={props.mayOpen ? (row) => `/headcounts/${row.id}/edit` : undefined}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname={props.pathname}
      empty={<EmptyState title={t("empty")} />}
      columns={[
        { key: "on", header: t("on"), sort: "on", cell: (row) => formats.date(row.on) },
        { key: "park", header: t("park"), cell: (row) => nameOf(locale, row.park), wrap: true },
        {
          key: "total",
          header: t("total"),
          sort: "total",
          align: "end",
          cell: (row) => formats.count(row.total),
        },
        ...parts.map((part) => ({
          key: part,
          header: t(part),
          align: "end" as const,
          cell: (row: HeadcountDto) => formats.count(row[part]),
        })),
        { key: "source", header: t("source"), cell: (row) => t(`sources.${row.source}`) },
      ]}
    />
  );
}
