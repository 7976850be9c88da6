import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalCard, PortalPage } from "@/components/change-requests/portal-page";
import { ProfileGroupCard } from "@/components/change-requests/profile-group-card";
import { ProfileQualifications } from "@/components/change-requests/profile-qualifications";
import { RequestBanner } from "@/components/change-requests/request-banner";
import { RequestList } from "@/components/change-requests/request-list";
import { getValueWords } from "@/components/change-requests/value-words";
import { RecordHistory } from "@/components/history/record-history";
import { classLabel } from "@/lib/domain/change-requests/labels";
import { getOpenRequest, listFirmRequests } from "@/lib/domain/change-requests/queries";
import { FREE_EDIT } from "@/lib/domain/change-sets/rules";
import { presenceLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { listHistory } from "@/lib/platform/change-sets/history";
import { todayInZone } from "@/lib/platform/dates/today";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

const groups = ["contacts", "about", "names", "identifiers", "business"] as const;
const SHOWN = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests.portal"))("profile") };
}

/** What we are: what we may change at once, what the office looks at first, and what it keeps. */
export default async function ProfilePage() {
  const { viewer, enterpriseId } = await requireFirm();
  const [t, firm, open, requests, words, history] = await Promise.all([
    getTranslations(),
    getEnterprise(viewer, enterpriseId),
    getOpenRequest(viewer, { enterpriseId }),
    listFirmRequests(viewer, enterpriseId, SHOWN),
    getValueWords(),
    listHistory([enterpriseId]),
  ]);
  if (!firm) notFound();
  const edits = history.filter(({ verb }) => verb === FREE_EDIT).slice(0, SHOWN);
  return (
    <PortalPage title={t("change-requests.portal.profile")} help={t("change-requests.portal.profileHelp")}>
      <RequestBanner request={open} />
      {groups.map((group) => (
        <ProfileGroupCard key={group} firm={firm} group={group} open={open} words={words} />
      ))}
      <ProfileQualifications firm={firm} open={open} words={words} today={todayInZone()} />
      <PortalCard title={t(classLabel("LOCKED"))} note={t("change-requests.portal.lockedHelp")}>
        <dl>
          <div>
            <dt>{t("change-requests.portal.stage")}</dt>
            <dd>{t(stageLabel(firm.stage))}</dd>
          </div>
          {firm.branchOf ? (
            <div>
              <dt>{t("enterprises.branchOf")}</dt>
              <dd>{nameOf(viewer.locale, firm.branchOf)}</dd>
            </div>
          ) : null}
          {firm.presences.length > 0 ? (
            <div>
              <dt>{t("enterprises.presences")}</dt>
              <dd>
                {firm.presences.map(({ park, kind, fromOn, toOn }) => (
                  <p key={`${park.code} ${kind} ${fromOn}`}>
                    {[nameOf(viewer.locale, park), t(presenceLabel(kind)), `${fromOn} – ${toOn ?? ""}`].join(
                      " · ",
                    )}
                  </p>
                ))}
              </dd>
            </div>
          ) : null}
        </dl>
      </PortalCard>
      <RequestList requests={requests} />
      {edits.length > 0 ? (
        <PortalCard title={t("change-requests.portal.edits")} note={t("change-requests.portal.editsHelp")}>
          <RecordHistory entries={edits} noun="enterprises" />
        </PortalCard>
      ) : null}
    </PortalPage>
  );
}
