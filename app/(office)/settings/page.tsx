import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { findZone } from "@/components/zone/find-zone";
import { can } from "@/lib/domain/permissions";
import { zoneWords } from "@/lib/domain/zone/labels";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const [{ viewer, zone }, t] = await Promise.all([findZone(), getTranslations("settings")]);
  if (!can(viewer, "users.read")) forbidden();
  const sides = [
    "users",
    "tokens",
    "custom-fields",
    "name-openings",
    "jobs",
    "mails",
    "permissions",
  ] as const;
  const set = zone.version > 0;
  const first = {
    label: t("zone.help"),
    value: (
      <AppLink href={set ? "/zone" : "/zone/edit"}>
        {set ? zoneWords(viewer.locale, zone).name : t("zone.set")}
      </AppLink>
    ),
  };
  return (
    <>
      <PageHeader title={t("title")} />
      <DescriptionList
        items={[
          first,
          ...sides.map((side) => ({
            label: t(`${side}.help`),
            value: <AppLink href={`/${side}`}>{t(`${side}.title`)}</AppLink>,
          })),
        ]}
      />
    </>
  );
}
