import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { CloseParkForm } from "@/components/parks/close-park-form";
import { PageHeader } from "@/components/ui/page-header";
import { getPark } from "@/lib/domain/parks/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parks"))("close") };
}

export default async function CloseParkPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), props.params, getTranslations("parks")]);
  const park = await getPark(viewer, id);
  if (!park) notFound();
  if (!park.can.close) forbidden();
  const trail = [
    { href: "/parks", label: t("title") },
    { href: `/parks/${id}`, label: nameOf(viewer.locale, park) },
  ];
  return (
    <>
      <PageHeader title={t("close")} trail={trail} />
      <ClientMessages namespaces={["parks"]}>
        <CloseParkForm id={id} version={park.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
