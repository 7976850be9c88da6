import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ParkForm } from "@/components/parks/park-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parks"))("newTitle") };
}

export default async function NewParkPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("parks")]);
  if (!can(viewer, "parks.create")) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/parks", label: t("title") }]} />
      <ClientMessages namespaces={["parks"]}>
        <ParkForm />
      </ClientMessages>
    </>
  );
}
