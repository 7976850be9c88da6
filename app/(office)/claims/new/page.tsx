import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ClaimFormPage } from "@/components/claims/claim-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims"))("newTitle") };
}

export default async function NewClaimPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("claims")]);
  if (!can(viewer, "claims.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/claims", label: t("title") }]} />
      <ClaimFormPage viewer={viewer} />
    </>
  );
}
