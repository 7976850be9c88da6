import type { Metadata } from "next";
import styles from "@/components/change-requests/portal.module.css";
import { PortalPage } from "@/components/change-requests/portal-page";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listFirmRequests } from "@/lib/domain/change-requests/queries";
import { listCommitmentIds, listCommitmentsByIds } from "@/lib/domain/commitments/queries";
import { commitmentListSchema } from "@/lib/domain/commitments/schema";
import { requireFirm } from "@/lib/platform/auth/firm";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests.portal"))("promises") };
}

/** What the firm promised, and whether it says itself how far it is. */
export default async function PromisesPage() {
  const [{ viewer, enterpriseId }, t, formats] = await Promise.all([
    requireFirm(),
    getTranslations("change-requests.portal"),
    getFormats(),
  ]);
  const ids = await listCommitmentIds(viewer, commitmentListSchema.parse({ sort: "targetOn" }));
  const [promises, requests] = await Promise.all([
    listCommitmentsByIds(viewer, ids),
    listFirmRequests(viewer, enterpriseId),
  ]);
  const underway = new Map(
    requests
      .filter(({ state }) => state === "OPEN" || state === "RETURNED")
      .map((request) => [request.commitmentId, request]),
  );
  return (
    <PortalPage title={t("promises")}>
      {promises.length === 0 ? (
        <EmptyState title={t("noPromises")} />
      ) : (
        <ul className={`${styles.card} ${styles.rows}`}>
          {promises.map((promise) => {
            const title = titleOf(viewer.locale, promise);
            const request = underway.get(promise.id);
            const unit = nameOf(viewer.locale, { nameZh: promise.unitZh, nameEn: promise.unitEn });
            const value = formats.number(promise.targetValue, 4);
            return (
              <li key={promise.id}>
                <span>
                  {title}
                  <small>{t("promiseTarget", { value, unit, on: promise.targetOn })}</small>
                  {promise.waivedOn ? <small>{t("waivedOn", { on: promise.waivedOn })}</small> : null}
                  {promise.metric === "TYPED" ? null : <small>{t("measuredByRecord")}</small>}
                  {request ? (
                    <small className={styles.asked}>
                      <AppLink href={`/portal/profile/requests/${request.id}`}>
                        {t(request.state === "OPEN" ? "reportWaits" : "reportReturned")}
                      </AppLink>
                    </small>
                  ) : null}
                </span>
                {promise.metric === "TYPED" && !promise.waivedOn ? (
                  <ButtonLink
                    href={`/portal/promises/${promise.id}`}
                    aria-label={t("reportWhat", { what: title })}
                  >
                    {t("report")}
                  </ButtonLink>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </PortalPage>
  );
}
