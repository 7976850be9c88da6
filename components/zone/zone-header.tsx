import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { zoneWords } from "@/lib/domain/zone/labels";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { findZone } from "./find-zone";

/** The head of every page of the zone; its history is for those who read change sets. */
export async function ZoneHeader({ side }: { side: "" | "/history" }) {
  const [{ zone }, t, locale] = await Promise.all([findZone(), getTranslations(), currentLocale()]);
  const name = zoneWords(locale, zone).name || t("zone.title");
  const settings = zone.can.readSettings ? [{ href: "/settings", label: t("settings.title") }] : [];
  const set = zone.version > 0;
  return (
    <>
      <PageHeader
        title={name}
        trail={settings}
        action={
          zone.can.update ? (
            <ButtonLink look="primary" href="/zone/edit">
              {t(set ? "zone.edit" : "zone.set")}
            </ButtonLink>
          ) : undefined
        }
      />
      {zone.can.readHistory ? (
        <Tabs
          label={name}
          current={`/zone${side}`}
          tabs={[
            { href: "/zone", label: t("common.overview") },
            { href: "/zone/history", label: t("common.history") },
          ]}
        />
      ) : null}
    </>
  );
}
