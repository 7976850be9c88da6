import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ReturnFormForm } from "@/components/return-forms/form-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return-forms"))("newTitle") };
}

export default async function NewReturnFormPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("return-forms")]);
  if (!can(viewer, "return-forms.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/return-forms", label: t("title") }]} />
      <ClientMessages namespaces={["return-forms"]}>
        <ReturnFormForm />
      </ClientMessages>
    </>
  );
}
