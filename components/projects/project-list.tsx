import type { ReactNode } from "react";
import { ListPage } from "@/components/lists/list-page";
import type { FilterBarProps, FilterField } from "@/components/ui/filter-bar";
import { type CustomAsk, getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { listProjects } from "@/lib/domain/projects/queries";
import type { ProjectListParams } from "@/lib/domain/projects/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { projectList, withProgress } from "@/lib/reports/lists/projects";

/** Projects, each with its progress on the day: two queries, however many rows. */
export async function ProjectList(props: {
  viewer: Viewer;
  params: ProjectListParams;
  /** Custom fields with what they narrow the list to; none where it is not told. */
  custom?: CustomAsk;
  asOf: CivilDate;
  searchParams: SearchParams;
  pathname: string;
  fields?: FilterField[];
  more?: FilterBarProps["more"];
  empty: ReactNode;
  /** Rows may be ticked, by who may change many. */
  select?: boolean;
}) {
  const { custom: asked, ...list } = props;
  const { viewer, params, asOf } = list;
  const custom = asked ?? (await getCustomAsk(viewer, "PROJECT", {}));
  return (
    <ListPage
      {...list}
      list={projectList}
      read={async () => {
        const { rows, ...rest } = await listProjects(viewer, params, custom);
        return { ...rest, rows: await withProgress(viewer, rows, asOf) };
      }}
      exportWith={params.lead ? { lead: params.lead, park: null } : undefined}
    />
  );
}
