import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("settings")]);
  if (!can(viewer, "users.read")) forbidden();
  const sides = ["users", "tokens", "custom-fields", "name-openings", "jobs", "permissions"] as const;
  return (
    <>
      <PageHeader title={t("title")} />
      <DescriptionList
        items={sides.map((side) => ({
          label: t(`${side}.help`),
          value: <AppLink href={`/${side}`}>{t(`${side}.title`)}</AppLink>,
        }))}
      />
    </>
  );
}
