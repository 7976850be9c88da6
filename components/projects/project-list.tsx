import type { ReactNode } from "react";
import { ListPage } from "@/components/lists/list-page";
import type { FilterField } from "@/components/ui/filter-bar";
import { listProjects } from "@/lib/domain/projects/queries";
import type { ProjectListParams } from "@/lib/domain/projects/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { projectList, withProgress } from "@/lib/reports/lists/projects";

/** Projects, each with its progress on the day: two queries, however many rows. */
export function ProjectList(props: {
  viewer: Viewer;
  params: ProjectListParams;
  asOf: CivilDate;
  searchParams: SearchParams;
  pathname: string;
  fields?: FilterField[];
  empty: ReactNode;
  /** Rows may be ticked, by who may change many. */
  select?: boolean;
}) {
  const { viewer, params, asOf } = props;
  return (
    <ListPage
      {...props}
      list={projectList}
      read={async () => {
        const { rows, ...rest } = await listProjects(viewer, params);
        return { ...rest, rows: await withProgress(viewer, rows, asOf) };
      }}
      exportWith={params.lead ? { lead: params.lead, park: null } : undefined}
    />
  );
}
