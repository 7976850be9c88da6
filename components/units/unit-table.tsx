import type { ReactNode } from "react";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import type { UnitListItem } from "@/lib/domain/units/queries";
import { unitList } from "@/lib/reports/lists/units";

/** Units with who is in them on the day. */
export function UnitTable(props: ListTableProps<UnitListItem> & { empty: ReactNode }) {
  return <ListTable {...props} list={unitList} />;
}
