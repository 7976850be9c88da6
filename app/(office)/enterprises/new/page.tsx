import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises"))("newTitle") };
}

export default async function NewEnterprisePage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("enterprises")]);
  if (!can(viewer, "enterprises.create")) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/enterprises", label: t("title") }]} />
      <EnterpriseFormPage viewer={viewer} />
    </>
  );
}
