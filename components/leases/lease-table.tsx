import type { ReactNode } from "react";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import type { LeaseDto } from "@/lib/domain/leases/dto";
import { leaseList } from "@/lib/reports/lists/leases";

/** Leases, each with its firm, units and status on the day. */
export function LeaseTable(props: ListTableProps<LeaseDto> & { empty: ReactNode }) {
  return <ListTable {...props} list={leaseList} />;
}
