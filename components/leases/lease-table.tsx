import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { LeaseDto } from "@/lib/domain/leases/dto";
import { leaseStatusLabel } from "@/lib/domain/leases/labels";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import { leaseStatusKinds } from "./lease-status";

/** Leases, each with its firm, units and status on the day. */
export async function LeaseTable(props: {
  rows: LeaseDto[];
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
  empty: ReactNode;
}) {
  const [t, all, locale, formats] = await Promise.all([
    getTranslations("leases"),
    getTranslations(),
    currentLocale(),
    getFormats(),
  ]);
  return (
    <DataTable
      label={t("title")}
      rows={props.rows}
      rowKey={(lease) => lease.id}
      rowHref={(lease) => `/leases/${lease.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname={props.pathname}
      empty={props.empty}
      columns={[
        { key: "leaseNo", header: t("leaseNo"), sort: "leaseNo", cell: (lease) => lease.leaseNo },
        {
          key: "enterprise",
          header: t("enterprise"),
          wrap: true,
          cell: (lease) => nameOf(locale, lease.enterprise),
        },
        { key: "park", header: t("park"), cell: (lease) => lease.park.code },
        {
          key: "units",
          header: t("units"),
          wrap: true,
          cell: (lease) => lease.lines.map((line) => `${line.building.code} ${line.unit}`).join(", "),
        },
        { key: "area", header: t("area"), align: "end", cell: (lease) => formats.area(lease.area) },
        {
          key: "startsOn",
          header: t("startsOn"),
          sort: "startsOn",
          cell: (lease) => formats.date(lease.startsOn),
        },
        { key: "endsOn", header: t("endsOn"), sort: "endsOn", cell: (lease) => formats.date(lease.endsOn) },
        {
          key: "status",
          header: t("statusLabel"),
          cell: (lease) => all(leaseStatusLabel(lease.status)),
          mark: (lease) => leaseStatusKinds[lease.status],
        },
      ]}
    />
  );
}
