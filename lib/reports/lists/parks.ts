import "server-only";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import { listParkIds, listParksByIds, type ParkListItem } from "@/lib/domain/parks/queries";
import { parkListSchema } from "@/lib/domain/parks/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const parkList: List<ParkListItem> = {
  noun: "parks",
  title: "parks.title",
  href: (park) => `/parks/${park.id}`,
  ids: ({ viewer, values }) => listParkIds(viewer, parseList(parkListSchema, values)),
  rows: ({ viewer }, ids) => listParksByIds(viewer, ids),
  columns: () => [
    {
      key: "name",
      header: "parks.name",
      kind: "TEXT",
      value: (park, locale) => nameOf(locale, park),
      sort: "name",
      wrap: true,
    },
    {
      key: "code",
      header: "parks.code",
      kind: "TEXT",
      value: (park) => park.code,
      sort: "code",
    },
    {
      key: "status",
      header: "parks.statusLabel",
      kind: "LABEL",
      value: (park) => parkStatusLabels[park.status],
      badge: (park) => (park.status === "OPEN" ? "good" : "neutral"),
    },
    {
      key: "operator",
      header: "parks.operator",
      kind: "TEXT",
      value: (park) => park.operator,
      wrap: true,
    },
    {
      key: "openedOn",
      header: "parks.openedOn",
      kind: "DATE",
      value: (park) => park.openedOn,
      sort: "openedOn",
    },
    { key: "buildings", header: "parks.buildings", kind: "COUNT", value: (park) => park.buildings },
    { key: "units", header: "parks.units", kind: "COUNT", value: (park) => park.units },
  ],
};
