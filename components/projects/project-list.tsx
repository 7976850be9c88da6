import type { ReactNode } from "react";
import { Pager } from "@/components/ui/pager";
import { type CustomAsk, getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { listProjects } from "@/lib/domain/projects/queries";
import type { ProjectListParams } from "@/lib/domain/projects/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { withProgress } from "@/lib/reports/lists/projects";
import { ProjectTable } from "./project-table";

/** A page of projects, each with its progress on the day: two queries, however many rows. */
export async function ProjectList(props: {
  viewer: Viewer;
  params: ProjectListParams;
  /** Custom fields with what they narrow the list to; none where it is not told. */
  custom?: CustomAsk;
  asOf: CivilDate;
  searchParams: SearchParams;
  pathname: string;
  empty: ReactNode;
  leadId?: string;
}) {
  const { viewer, params, searchParams, pathname } = props;
  const custom = props.custom ?? (await getCustomAsk(viewer, "PROJECT", {}));
  const { rows, total } = await listProjects(viewer, params, props.leadId, custom);
  return (
    <>
      <ProjectTable
        viewer={viewer}
        asOf={props.asOf}
        rows={await withProgress(viewer, rows, props.asOf)}
        sort={params.sort}
        searchParams={searchParams}
        pathname={pathname}
        empty={props.empty}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname={pathname}
        exportAt={props.leadId ? undefined : "/projects/export"}
      />
    </>
  );
}
