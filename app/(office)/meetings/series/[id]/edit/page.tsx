import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findSeries } from "@/components/meetings/find-meeting";
import { SeriesForm } from "@/components/meetings/series-form";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("editSeries") };
}

export default async function EditSeriesPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("meetings")]);
  const { viewer, series } = await findSeries(id);
  const { can, ...values } = series;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("editSeries")}
        trail={[{ href: `/meetings/series/${id}`, label: nameOf(viewer.locale, series) }]}
      />
      <ClientMessages namespaces={["meetings"]}>
        <SeriesForm series={values} />
      </ClientMessages>
    </>
  );
}
