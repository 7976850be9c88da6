import type { Metadata } from "next";
import { type PortalPlace, portalPlaces } from "@/components/portal/places";
import { PortalHome, type PortalTasks } from "@/components/portal/portal-home";
import { listFirmRequests } from "@/lib/domain/change-requests/queries";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { listExpiring } from "@/lib/domain/enterprises/queries-qualifications";
import { returnStateLabel } from "@/lib/domain/returns/labels";
import { listReturnsOfFirm } from "@/lib/domain/returns/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { todayInZone } from "@/lib/platform/dates/today";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.home"))("title") };
}

/** The firm's front room: what waits for it, most pressing first. */
export default async function PortalPage() {
  const [{ viewer, enterpriseId }, t, formats] = await Promise.all([
    requireFirm(),
    getTranslations(),
    getFormats(),
  ]);
  const today = todayInZone();
  const [enterprise, returns, requests, expiring] = await Promise.all([
    getEnterprise(viewer, enterpriseId),
    listReturnsOfFirm(viewer, today),
    listFirmRequests(viewer, enterpriseId),
    listExpiring(viewer, enterpriseId, today),
  ]);
  const { locale } = viewer;
  const groups: PortalTasks[] = [
    {
      key: "returns",
      title: t("portal.home.returnsDue"),
      tasks: returns
        .filter(({ waits }) => waits)
        .map((row) => ({
          key: row.id,
          href: `/portal/returns/${row.id}`,
          title: titleOf(locale, row.round),
          detail: [
            t(row.overdue ? "portal.home.overdue" : "portal.home.dueOn", {
              date: formats.date(row.own.dueOn),
            }),
            t(returnStateLabel(row.state)),
          ].join(" · "),
          late: row.overdue,
        })),
    },
    {
      key: "requests",
      title: t("portal.home.sentBack"),
      tasks: requests
        .filter(({ state }) => state === "RETURNED")
        .map((request) => ({
          key: request.id,
          href: `/portal/profile/requests/${request.id}`,
          title: t("portal.home.change"),
          detail: request.comment ?? "",
          late: true,
        })),
    },
    {
      key: "papers",
      title: t("portal.home.expiring"),
      tasks: expiring.map((paper) => ({
        key: paper.id,
        href: `/portal/profile/qualifications/${paper.id}`,
        title: paper.title,
        detail: t(paper.ended ? "portal.home.endedOn" : "portal.home.untilOn", {
          date: formats.date(paper.validTo),
        }),
        late: paper.ended,
      })),
    },
  ];
  const firm = enterprise ? nameOf(locale, enterprise) : "";
  return <PortalHome groups={groups} firm={firm} rooms={Object.keys(portalPlaces) as PortalPlace[]} />;
}
