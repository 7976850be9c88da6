import type { ReactNode } from "react";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import { type ProjectRow, projectList } from "@/lib/reports/lists/projects";

/** Projects with their computed progress on the day. */
export function ProjectTable(props: ListTableProps<ProjectRow> & { empty: ReactNode }) {
  return <ListTable {...props} list={projectList} />;
}
