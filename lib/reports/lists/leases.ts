import "server-only";
import type { LeaseDto } from "@/lib/domain/leases/dto";
import { leaseStatusKinds, leaseStatusLabel } from "@/lib/domain/leases/labels";
import { listLeaseIds, listLeasesByIds } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const leaseList: List<LeaseDto> = {
  noun: "leases",
  title: "leases.title",
  href: (lease) => `/leases/${lease.id}`,
  ids: ({ viewer, values, asOf }) => listLeaseIds(viewer, parseList(leaseListSchema, values), asOf),
  rows: ({ viewer, asOf }, ids) => listLeasesByIds(viewer, ids, asOf),
  columns: () => [
    {
      key: "leaseNo",
      header: "leases.leaseNo",
      kind: "TEXT",
      value: (lease) => lease.leaseNo,
      sort: "leaseNo",
    },
    {
      key: "enterprise",
      header: "leases.enterprise",
      kind: "TEXT",
      value: (lease, locale) => nameOf(locale, lease.enterprise),
      wrap: true,
    },
    { key: "park", header: "leases.park", kind: "TEXT", value: (lease) => lease.park.code },
    {
      key: "units",
      header: "leases.units",
      kind: "TEXT",
      value: (lease) => lease.lines.map((line) => `${line.building.code} ${line.unit}`).join(", "),
      wrap: true,
    },
    { key: "area", header: "leases.area", kind: "AREA", value: (lease) => lease.area },
    {
      key: "startsOn",
      header: "leases.startsOn",
      kind: "DATE",
      value: (lease) => lease.startsOn,
      sort: "startsOn",
    },
    {
      key: "endsOn",
      header: "leases.endsOn",
      kind: "DATE",
      value: (lease) => lease.endsOn,
      sort: "endsOn",
    },
    {
      key: "status",
      header: "leases.statusLabel",
      kind: "LABEL",
      value: (lease) => leaseStatusLabel(lease.status),
      mark: (lease) => leaseStatusKinds[lease.status],
    },
  ],
};
