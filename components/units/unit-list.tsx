import { customFilters } from "@/components/custom-fields/custom-filters";
import { ListPage } from "@/components/lists/list-page";
import { EmptyState } from "@/components/ui/empty-state";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import { listUnits } from "@/lib/domain/units/queries-list";
import { UNIT_AVAILABILITIES } from "@/lib/domain/units/rules";
import { unitListSchema, unitStatusFilters, unitUses } from "@/lib/domain/units/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { unitList } from "@/lib/reports/lists/units";

/** The units that exist on a day, of the zone or of one building, with the filters of their list. */
export async function UnitList(props: {
  viewer: Viewer;
  searchParams: SearchParams;
  asOf: CivilDate;
  pathname: string;
  /** Whether the viewer may change many at once, on the page of all. */
  mayChange?: boolean;
  /** A building, whose code is its own within its park. */
  within?: { id: string; code: string; park: { code: string } };
}) {
  const { viewer, searchParams, pathname, asOf, within } = props;
  const t = await getTranslations();
  // The building says which park it is, whatever the reader's own is.
  const params = parseList(unitListSchema, within ? { ...searchParams, park: undefined } : searchParams);
  const values = firstValues(searchParams);
  const custom = await getCustomAsk(viewer, "UNIT", values);
  const set = ["query", "use", "availability", "status", "park"].some((name) => values[name]);
  // A building's units are changed from the list of all, which has a page for it; and only if there is what to choose.
  const mayChange =
    props.mayChange && custom.fields.some(({ type, retiredAt }) => type === "CHOICE" && retiredAt === null);
  const narrowed = set || custom.filters.length > 0;
  return (
    <ListPage
      list={unitList}
      viewer={viewer}
      asOf={asOf}
      read={() => listUnits(viewer, params, asOf, within && { buildingId: within.id }, custom)}
      params={params}
      searchParams={searchParams}
      pathname={pathname}
      select={mayChange}
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
      empty={
        narrowed ? (
          <EmptyState title={t("units.noneMatch")} />
        ) : (
          <EmptyState title={t("units.empty")} text={t("units.emptyText")} />
        )
      }
      exportWith={within && { park: within.park.code, building: within.code }}
    />
  );
}
