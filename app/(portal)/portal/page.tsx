import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type PortalPlace, portalPlaces } from "@/components/portal/places";
import { PortalHome } from "@/components/portal/portal-home";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { nameOf } from "@/lib/platform/i18n/names";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.home"))("title") };
}

/** The firm's front room. */
export default async function PortalPage() {
  const { viewer, enterpriseId } = await requireFirm();
  const enterprise = await getEnterprise(viewer, enterpriseId);
  const firm = enterprise ? nameOf(viewer.locale, enterprise) : "";
  return <PortalHome groups={[]} firm={firm} rooms={Object.keys(portalPlaces) as PortalPlace[]} />;
}
