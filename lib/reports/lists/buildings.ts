import "server-only";
import { type BuildingListItem, listBuildingIds, listBuildingsByIds } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const buildingList: List<BuildingListItem> = {
  noun: "buildings",
  title: "buildings.title",
  href: (building) => `/buildings/${building.id}`,
  ids: ({ viewer, values }) => listBuildingIds(viewer, parseList(buildingListSchema, values)),
  rows: ({ viewer }, ids) => listBuildingsByIds(viewer, ids),
  columns: () => [
    {
      key: "name",
      header: "buildings.name",
      kind: "TEXT",
      value: (building, locale) => nameOf(locale, building),
      sort: "name",
      wrap: true,
    },
    {
      key: "code",
      header: "buildings.code",
      kind: "TEXT",
      value: (building) => building.code,
      sort: "code",
    },
    {
      key: "park",
      header: "buildings.park",
      kind: "TEXT",
      value: (building, locale) => nameOf(locale, building.park),
      wrap: true,
    },
    {
      key: "floors",
      header: "buildings.floors",
      kind: "COUNT",
      value: (building) => building.floors.length,
    },
    { key: "units", header: "buildings.units", kind: "COUNT", value: (building) => building.units },
    {
      key: "grossArea",
      header: "buildings.grossArea",
      kind: "AREA",
      value: (building) => building.grossArea,
      sort: "grossArea",
    },
  ],
};
