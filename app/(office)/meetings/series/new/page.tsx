import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { SeriesForm } from "@/components/meetings/series-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("newSeriesTitle") };
}

export default async function NewSeriesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("meetings")]);
  if (!can(viewer, "meetings.createSeries") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader
        title={t("newSeriesTitle")}
        trail={[{ href: "/meetings/series", label: t("seriesTitle") }]}
      />
      <ClientMessages namespaces={["meetings"]}>
        <SeriesForm />
      </ClientMessages>
    </>
  );
}
