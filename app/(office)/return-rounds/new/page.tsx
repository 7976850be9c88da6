import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RoundFormPage } from "@/components/return-rounds/round-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return-rounds"))("newTitle") };
}

export default async function NewRoundPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("return-rounds")]);
  if (!can(viewer, "return-rounds.create")) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/return-rounds", label: t("title") }]} />
      <RoundFormPage viewer={viewer} />
    </>
  );
}
