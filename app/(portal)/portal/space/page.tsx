import type { Metadata } from "next";
import styles from "@/components/change-requests/portal.module.css";
import { PortalCard, PortalPage } from "@/components/change-requests/portal-page";
import { SpacePlan } from "@/components/change-requests/space-plan";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusMark } from "@/components/ui/status-mark";
import { leaseStatusKinds, leaseStatusLabel } from "@/lib/domain/leases/labels";
import { listSpace } from "@/lib/domain/leases/queries-space";
import { unitUseLabels } from "@/lib/domain/units/labels";
import { requireFirm } from "@/lib/platform/auth/firm";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { fromHundredths, toHundredths } from "@/lib/platform/money/hundredths";
import type { SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests.portal"))("space") };
}

/** What the firm leases: which units, how large, until when. */
export default async function SpacePage(props: { searchParams: Promise<SearchParams> }) {
  const [{ viewer, enterpriseId }, searchParams, t, all, formats] = await Promise.all([
    requireFirm(),
    props.searchParams,
    getTranslations("change-requests.portal"),
    getTranslations(),
    getFormats(),
  ]);
  const leases = await listSpace(viewer, enterpriseId, asOfFrom(searchParams));
  const today = leases
    .filter(({ runs }) => runs)
    .flatMap(({ units }) => units)
    .reduce((sum, { area }) => sum + toHundredths(area), 0);
  return (
    <PortalPage title={t("space")} help={t("spaceHelp")}>
      {leases.length === 0 ? (
        <EmptyState title={t("noSpace")} />
      ) : (
        <p>{t("total", { area: formats.area(fromHundredths(today)) })}</p>
      )}
      {leases.map((lease) => (
        <PortalCard
          key={lease.id}
          title={t("leaseNo", { no: lease.leaseNo })}
          verb={
            <StatusMark kind={leaseStatusKinds[lease.status]} label={all(leaseStatusLabel(lease.status))} />
          }
          note={[
            nameOf(viewer.locale, lease.park),
            lease.runs ? null : t("starts", { on: lease.startsOn }),
            lease.status === "HOLDOVER" ? t("holdover") : t("leaseUntil", { on: lease.endsOn }),
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          <ul className={styles.rows}>
            {lease.units.map((unit) => (
              <li key={`${unit.building.id} ${unit.code} ${unit.lineFrom}`}>
                <span>
                  {unit.code}
                  <small>
                    {[
                      nameOf(viewer.locale, unit.building),
                      t("floor", { floor: unit.floor.label }),
                      all(unitUseLabels[unit.use] as never),
                    ].join(" · ")}
                  </small>
                </span>
                <span className="tabular">{t("area", { area: formats.area(unit.area) })}</span>
              </li>
            ))}
          </ul>
        </PortalCard>
      ))}
      <SpacePlan leases={leases} />
    </PortalPage>
  );
}
