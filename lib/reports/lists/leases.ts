import "server-only";
import type { LeaseDto } from "@/lib/domain/leases/dto";
import { leaseStatusLabel } from "@/lib/domain/leases/labels";
import { listLeaseIds, listLeasesByIds } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { ListFile } from "./serve";

export const leaseFile: ListFile<LeaseDto> = {
  title: "leases.title",
  ids: ({ viewer, values, asOf }) => listLeaseIds(viewer, parseList(leaseListSchema, values), asOf),
  rows: ({ viewer, asOf }, ids) => listLeasesByIds(viewer, ids, asOf),
  columns: () => [
    { key: "leaseNo", header: "leases.leaseNo", kind: "TEXT", value: (lease) => lease.leaseNo },
    {
      key: "enterprise",
      header: "leases.enterprise",
      kind: "TEXT",
      value: (lease, locale) => nameOf(locale, lease.enterprise),
    },
    { key: "park", header: "leases.park", kind: "TEXT", value: (lease) => lease.park.code },
    {
      key: "units",
      header: "leases.units",
      kind: "TEXT",
      value: (lease) => lease.lines.map((line) => `${line.building.code} ${line.unit}`).join(", "),
    },
    { key: "area", header: "leases.area", kind: "AREA", value: (lease) => lease.area },
    { key: "startsOn", header: "leases.startsOn", kind: "DATE", value: (lease) => lease.startsOn },
    { key: "endsOn", header: "leases.endsOn", kind: "DATE", value: (lease) => lease.endsOn },
    {
      key: "status",
      header: "leases.statusLabel",
      kind: "LABEL",
      value: (lease) => leaseStatusLabel(lease.status),
    },
  ],
};
