import type { ReactNode } from "react";
import { portalRooms } from "@/components/portal/places";
import { PortalFrame } from "@/components/portal/portal-frame";
import { Banner } from "@/components/ui/banner";
import { PaperHead } from "@/components/ui/paper-head";
import { findZone } from "@/components/zone/find-zone";
import { listFirmsOf } from "@/lib/domain/memberships/queries";
import { zoneHead } from "@/lib/domain/zone/labels";
import { getFirm } from "@/lib/platform/auth/firm";
import { requireViewer } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env/env";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

/** The frame of a firm's own people. It guards nothing: each page and each query asks for itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [viewer, locale, t] = await Promise.all([requireViewer(), currentLocale(), getTranslations()]);
  const [firm, firms, { zone }] = await Promise.all([
    getFirm(),
    viewer.enterpriseIds ? listFirmsOf(viewer) : [],
    findZone(),
  ]);
  const onPaper = zoneHead(locale, zone);
  return (
    <PortalFrame
      user={{ id: viewer.userId ?? "", name: viewer.name, role: viewer.role }}
      zone={nameOf(locale, zone) || t("common.product")}
      firms={firms.map(({ id, ...names }) => ({ id, name: nameOf(locale, names) }))}
      firmId={firm?.enterpriseId ?? null}
      places={portalRooms}
      locale={locale}
      unread={viewer.unread ?? 0}
      banner={
        env().TENANTRY_SAMPLE === "1" ? (
          <Banner title={t("home.sample")}>{t("portal.sampleHelp")}</Banner>
        ) : undefined
      }
    >
      {onPaper ? <PaperHead side="center" text={onPaper} /> : null}
      {children}
    </PortalFrame>
  );
}
