import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { StatusKind } from "@/components/ui/status-mark";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import type { UnitListItem } from "@/lib/domain/units/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";

/** Units with who is in them on the day. */
export async function UnitTable(props: {
  rows: UnitListItem[];
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
  empty: ReactNode;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  return (
    <DataTable
      label={t("units.title")}
      rows={props.rows}
      rowKey={(unit) => unit.id}
      rowHref={(unit) => `/units/${unit.id}`}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname={props.pathname}
      empty={props.empty}
      columns={[
        {
          key: "code",
          header: t("units.code"),
          sort: "code",
          cell: (unit) => `${unit.building.code} ${unit.code}`,
        },
        { key: "park", header: t("units.park"), cell: (unit) => unit.park.code },
        { key: "floor", header: t("units.floor"), cell: (unit) => unit.floor },
        { key: "use", header: t("units.useLabel"), sort: "use", cell: (unit) => t(unitUseLabels[unit.use]) },
        {
          key: "area",
          header: t("units.area"),
          sort: "area",
          align: "end",
          cell: (unit) => formats.area(unit.area),
        },
        {
          key: "occupied",
          header: t("units.occupied"),
          align: "end",
          cell: (unit) => formats.area(unit.occupied),
        },
        {
          key: "status",
          header: t("units.statusLabel"),
          cell: (unit) => statusOf(unit).label,
          mark: (unit) => statusOf(unit).kind,
        },
        {
          key: "tenants",
          header: t("units.tenants"),
          wrap: true,
          cell: (unit) =>
            unit.tenants.length > 3
              ? formats.count(unit.tenants.length)
              : unit.tenants.map((tenant, i) => (
                  <span key={tenant.leaseId}>
                    {i > 0 ? " · " : ""}
                    <a href={carriedFrom(`/leases/${tenant.leaseId}`, props.searchParams)}>
                      {nameOf(locale, tenant)}
                    </a>
                  </span>
                )),
        },
      ]}
    />
  );

  function statusOf(unit: UnitListItem): { kind: StatusKind; label: string } {
    if (unit.availability !== "LETTABLE")
      return { kind: "selfUse", label: t(availabilityLabel(unit.availability)) };
    if (Number(unit.occupied) === 0) return { kind: "vacant", label: t("units.status.VACANT") };
    return Number(unit.occupied) < Number(unit.area)
      ? { kind: "partLet", label: t("units.status.PART_LET") }
      : { kind: "occupied", label: t("units.status.IN_OCCUPATION") };
  }
}
