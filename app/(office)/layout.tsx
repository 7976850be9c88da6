import type { ReactNode } from "react";
import { Frame } from "@/components/layout/frame";
import type { Place } from "@/components/layout/places";
import { toFrame } from "@/components/layout/to-frame";
import { Banner } from "@/components/ui/banner";
import { PaperHead } from "@/components/ui/paper-head";
import { findZone } from "@/components/zone/find-zone";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { can } from "@/lib/domain/permissions";
import { zoneHead } from "@/lib/domain/zone/labels";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { env } from "@/lib/platform/env/env";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

/** The frame. It guards nothing: each page and each query asks for itself. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const [{ viewer, zone }, locale, t] = await Promise.all([
    findZone(),
    currentLocale(),
    getTranslations("home"),
  ]);
  const onPaper = zoneHead(locale, zone);
  const parks =
    viewer.enterpriseIds === null && can(viewer, "parks.read") ? await listParkOptions(viewer) : [];
  const frame = await toFrame({
    user: { id: viewer.userId ?? "", name: viewer.name, role: viewer.role },
    unread: viewer.unread ?? 0,
    nav: placesOf(viewer),
    parks: parks.map((park) => ({ code: park.code, name: nameOf(locale, park) })),
    ...{ locale, today: todayInZone(), mayUndo: can(viewer, "change-sets.read") },
    banner:
      env().TENANTRY_SAMPLE === "1" ? (
        <Banner title={t("sample")}>
          <span>{t.rich("sampleHelp", { code: (command) => <code>{command}</code> })}</span>
        </Banner>
      ) : undefined,
  });
  return (
    <Frame {...frame}>
      {onPaper ? <PaperHead side="center" text={onPaper} /> : null}
      {children}
    </Frame>
  );
}

function placesOf(viewer: Viewer): Place[] {
  const firm = viewer.enterpriseIds !== null;
  const seen: [Place, boolean][] = [
    ["home", true],
    ["parks", can(viewer, "parks.read")],
    ["enterprises", can(viewer, "enterprises.read")],
    ["leases", can(viewer, "leases.read")],
    ["promises", !firm && can(viewer, "agreements.read")],
    // A firm has the agreements that it is a party to, and nothing of the rest.
    ["agreements", firm && can(viewer, "agreements.read")],
    ["projects", can(viewer, "projects.read")],
    ["returns", can(viewer, "return-rounds.read")],
    ["reports", !firm && can(viewer, "reports.read")],
    ["imports", can(viewer, "imports.read")],
    ["settings", can(viewer, "users.read")],
  ];
  return seen.filter(([, may]) => may).map(([place]) => place);
}
