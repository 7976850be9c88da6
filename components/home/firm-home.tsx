import { getTranslations } from "next-intl/server";
import { ListTable } from "@/components/lists/list-table";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ZoneBeside } from "@/components/zone/zone-beside";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { listProjects } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf } from "@/lib/platform/i18n/names";
import { leaseList } from "@/lib/reports/lists/leases";
import { projectList, withProgress } from "@/lib/reports/lists/projects";

/** What the office has on record about a firm, for the firm itself. */
export async function FirmHome({ viewer, asOf }: { viewer: Viewer; asOf: CivilDate }) {
  const leaseParams = leaseListSchema.parse({});
  const projectParams = projectListSchema.parse({});
  const [t, firms, leases, projects] = await Promise.all([
    getTranslations(),
    listEnterprises(viewer, enterpriseListSchema.parse({}), asOf),
    listLeases(viewer, leaseParams, asOf),
    listProjects(viewer, projectParams),
  ]);
  return (
    <>
      <PageHeader title={t("home.firmTitle")} beside={<ZoneBeside />} />
      <p>{t("home.firmHelp")}</p>
      <ul>
        {firms.rows.map((firm) => (
          <li key={firm.id}>
            <AppLink href={`/enterprises/${firm.id}`}>{nameOf(viewer.locale, firm)}</AppLink>
          </li>
        ))}
      </ul>
      <h2>{t("leases.title")}</h2>
      <ListTable
        list={leaseList}
        viewer={viewer}
        asOf={asOf}
        rows={leases.rows}
        sort={leaseParams.sort}
        searchParams={{}}
        pathname="/leases"
        empty={<EmptyState title={t("leases.emptyTitle")} />}
      />
      <h2>{t("projects.title")}</h2>
      <ListTable
        list={projectList}
        viewer={viewer}
        asOf={asOf}
        rows={await withProgress(viewer, projects.rows, asOf)}
        sort={projectParams.sort}
        searchParams={{}}
        pathname="/projects"
        empty={<EmptyState title={t("projects.emptyTitle")} />}
      />
    </>
  );
}
