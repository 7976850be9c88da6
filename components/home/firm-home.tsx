import { getTranslations } from "next-intl/server";
import { LeaseTable } from "@/components/leases/lease-table";
import { ProjectList } from "@/components/projects/project-list";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { projectListSchema } from "@/lib/domain/projects/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf } from "@/lib/platform/i18n/names";

/** What the office has on record about a firm, for the firm itself. */
export async function FirmHome({ viewer, asOf }: { viewer: Viewer; asOf: CivilDate }) {
  const leaseParams = leaseListSchema.parse({});
  const [t, firms, leases] = await Promise.all([
    getTranslations(),
    listEnterprises(viewer, enterpriseListSchema.parse({}), asOf),
    listLeases(viewer, leaseParams, asOf),
  ]);
  return (
    <>
      <PageHeader title={t("home.firmTitle")} />
      <p>{t("home.firmHelp")}</p>
      <ul>
        {firms.rows.map((firm) => (
          <li key={firm.id}>
            <AppLink href={`/enterprises/${firm.id}`}>{nameOf(viewer.locale, firm)}</AppLink>
          </li>
        ))}
      </ul>
      <h2>{t("leases.title")}</h2>
      <LeaseTable
        viewer={viewer}
        asOf={asOf}
        rows={leases.rows}
        sort={leaseParams.sort}
        searchParams={{}}
        pathname="/leases"
        empty={<EmptyState title={t("leases.emptyTitle")} />}
      />
      <h2>{t("projects.title")}</h2>
      <ProjectList
        viewer={viewer}
        params={projectListSchema.parse({})}
        asOf={asOf}
        searchParams={{}}
        pathname="/projects"
        empty={<EmptyState title={t("projects.emptyTitle")} />}
      />
    </>
  );
}
