import type { Metadata } from "next";
import styles from "@/components/change-requests/portal.module.css";
import { PortalPage } from "@/components/change-requests/portal-page";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listProjects } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import { requireFirm } from "@/lib/platform/auth/firm";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { MAX_PAGE_SIZE } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests.portal"))("projects") };
}

/** The projects that the firm leads. */
export default async function FirmProjectsPage() {
  const [{ viewer }, t, all] = await Promise.all([
    requireFirm(),
    getTranslations("change-requests.portal"),
    getTranslations(),
  ]);
  const { rows } = await listProjects(viewer, projectListSchema.parse({ pageSize: MAX_PAGE_SIZE }));
  return (
    <PortalPage title={t("projects")}>
      {rows.length === 0 ? (
        <EmptyState title={t("noProjects")} />
      ) : (
        <ul className={`${styles.card} ${styles.rows}`}>
          {rows.map((project) => (
            <li key={project.id}>
              <span>
                <AppLink href={`/portal/projects/${project.id}`}>{titleOf(viewer.locale, project)}</AppLink>
                <small>{project.code}</small>
              </span>
              <span>{all(`projects.stage.${project.stage}` as never)}</span>
            </li>
          ))}
        </ul>
      )}
    </PortalPage>
  );
}
