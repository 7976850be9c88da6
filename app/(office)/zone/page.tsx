import type { Metadata } from "next";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { findZone } from "@/components/zone/find-zone";
import { ZoneHeader } from "@/components/zone/zone-header";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("zone"))("title") };
}

export default async function ZonePage() {
  const [{ zone }, t] = await Promise.all([findZone(), getTranslations("zone")]);
  return (
    <>
      <ZoneHeader side="" />
      {zone.version > 0 ? (
        <DescriptionList
          items={(["nameZh", "nameEn", "regionZh", "regionEn", "officeZh", "officeEn"] as const).map(
            (field) => ({ label: t(field), value: zone[field] }),
          )}
        />
      ) : (
        <EmptyState title={t("unsetTitle")} text={t("unsetText")} />
      )}
    </>
  );
}
