import { getTranslations } from "next-intl/server";
import { customFilters } from "@/components/custom-fields/custom-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pager } from "@/components/ui/pager";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import { listUnits } from "@/lib/domain/units/queries";
import { UNIT_AVAILABILITIES } from "@/lib/domain/units/rules";
import { unitListSchema, unitStatusFilters, unitUses } from "@/lib/domain/units/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { UnitTable } from "./unit-table";

/** The units that exist on a day, of the zone or of one building, with the filters of their list. */
export async function UnitList(props: {
  viewer: Viewer;
  searchParams: SearchParams;
  asOf: CivilDate;
  pathname: string;
  within?: { buildingId: string };
}) {
  const { viewer, searchParams, pathname, asOf } = props;
  const t = await getTranslations();
  const params = parseList(unitListSchema, searchParams);
  const values = firstValues(searchParams);
  const custom = await getCustomAsk(viewer, "UNIT", values);
  const { rows, total } = await listUnits(viewer, params, asOf, props.within, custom);
  const set = ["query", "use", "availability", "status", "park"].some((name) => values[name]);
  const narrowed = set || custom.filters.length > 0;
  return (
    <>
      <FilterBar
        pathname={pathname}
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("units.search"), type: "search" },
          {
            name: "status",
            label: t("units.statusLabel"),
            type: "select",
            options: unitStatusFilters.map((value) => ({ value, label: t(`units.status.${value}`) })),
          },
          {
            name: "use",
            label: t("units.useLabel"),
            type: "select",
            options: unitUses.map((value) => ({ value, label: t(unitUseLabels[value]) })),
          },
          {
            name: "availability",
            label: t("units.availabilityLabel"),
            type: "select",
            options: UNIT_AVAILABILITIES.map((value) => ({ value, label: t(availabilityLabel(value)) })),
          },
        ]}
        more={{
          title: t("custom-fields.further"),
          fields: await customFilters(viewer.locale, custom.fields),
        }}
      />
      <UnitTable
        viewer={viewer}
        asOf={asOf}
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname={pathname}
        empty={
          narrowed ? (
            <EmptyState title={t("units.noneMatch")} />
          ) : (
            <EmptyState title={t("units.empty")} text={t("units.emptyText")} />
          )
        }
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname={pathname}
        exportAt={props.within ? undefined : "/units/export"}
      />
    </>
  );
}
