import "server-only";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import { listParkIds, listParksByIds, type ParkListItem } from "@/lib/domain/parks/queries";
import { parkListSchema } from "@/lib/domain/parks/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { ListFile } from "./serve";

export const parkFile: ListFile<ParkListItem> = {
  title: "parks.title",
  ids: ({ viewer, values }) => listParkIds(viewer, parseList(parkListSchema, values)),
  rows: ({ viewer }, ids) => listParksByIds(viewer, ids),
  columns: () => [
    { key: "name", header: "parks.name", kind: "TEXT", value: (park, locale) => nameOf(locale, park) },
    { key: "code", header: "parks.code", kind: "TEXT", value: (park) => park.code },
    {
      key: "status",
      header: "parks.statusLabel",
      kind: "LABEL",
      value: (park) => parkStatusLabels[park.status],
    },
    { key: "operator", header: "parks.operator", kind: "TEXT", value: (park) => park.operator },
    { key: "openedOn", header: "parks.openedOn", kind: "DATE", value: (park) => park.openedOn },
    { key: "buildings", header: "parks.buildings", kind: "COUNT", value: (park) => park.buildings },
    { key: "units", header: "parks.units", kind: "COUNT", value: (park) => park.units },
  ],
};
