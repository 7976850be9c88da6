import type { Metadata } from "next";
import { notFound } from "next/navigation";
import styles from "@/components/change-requests/portal.module.css";
import { PortalCard, PortalPage } from "@/components/change-requests/portal-page";
import { noEvidenceWords } from "@/components/milestones/reason-words";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { listFirmRequests } from "@/lib/domain/change-requests/queries";
import { getProject } from "@/lib/domain/projects/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { todayInZone } from "@/lib/platform/dates/today";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

async function findProject(id: string) {
  const { viewer, enterpriseId } = await requireFirm();
  const project = await getProject(viewer, id);
  if (!project) notFound();
  return { viewer, enterpriseId, project };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, project } = await findProject((await props.params).id);
  return { title: titleOf(viewer.locale, project) };
}

/** A project's milestones, each with the report that is asked of the firm. */
export default async function FirmProjectPage(props: Props) {
  const [{ id }, t, say] = await Promise.all([
    props.params,
    getTranslations("change-requests.portal"),
    getTranslations("milestones"),
  ]);
  const { viewer, enterpriseId, project } = await findProject(id);
  const requests = await listFirmRequests(viewer, enterpriseId);
  const underway = new Map(
    requests
      .filter(({ state }) => state === "OPEN" || state === "RETURNED")
      .map((request) => [request.milestoneId, request]),
  );
  const today = todayInZone();
  return (
    <PortalPage
      title={titleOf(viewer.locale, project)}
      trail={[{ href: "/portal/projects", label: t("projects") }]}
      help={project.code}
    >
      <PortalCard title={t("milestones")}>
        {project.milestones.length === 0 ? <p>{t("noMilestones")}</p> : null}
        <ul className={styles.rows}>
          {project.milestones.map((milestone) => {
            const { actualOn, cancelledOn, forecastOn, baselineOn } = milestone;
            const title = titleOf(viewer.locale, milestone);
            const request = underway.get(milestone.id);
            const live = !cancelledOn && project.stage !== "CANCELLED";
            const late = live && !actualOn && (forecastOn ?? baselineOn) < today;
            return (
              <li key={milestone.id}>
                <span>
                  {title}
                  <small>
                    {[
                      t("planned", { on: baselineOn }),
                      actualOn
                        ? t("doneOn", { on: actualOn })
                        : forecastOn
                          ? t("expected", { on: forecastOn })
                          : null,
                      cancelledOn ? t("cancelled") : null,
                      milestone.doneWithoutEvidence ? noEvidenceWords(say, milestone.noEvidenceReason) : null,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                  {late ? <small className={styles.late}>{t("late")}</small> : null}
                  {request ? (
                    <small className={styles.asked}>
                      <AppLink href={`/portal/profile/requests/${request.id}`}>
                        {t(request.state === "OPEN" ? "reportWaits" : "reportReturned")}
                      </AppLink>
                    </small>
                  ) : null}
                </span>
                {live ? (
                  <ButtonLink
                    href={`/portal/projects/${id}/${milestone.id}`}
                    aria-label={t("reportWhat", { what: title })}
                  >
                    {t("report")}
                  </ButtonLink>
                ) : null}
              </li>
            );
          })}
        </ul>
      </PortalCard>
    </PortalPage>
  );
}
