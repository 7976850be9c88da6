import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { ParkForm } from "@/components/parks/park-form";
import { PageHeader } from "@/components/ui/page-header";
import { getPark } from "@/lib/domain/parks/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parks"))("edit") };
}

export default async function EditParkPage(props: Props) {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), props.params, getTranslations("parks")]);
  const park = await getPark(viewer, id);
  if (!park) notFound();
  if (!park.can.update) forbidden();
  const { can: _, ...values } = park;
  const trail = [
    { href: "/parks", label: t("title") },
    { href: `/parks/${id}`, label: nameOf(viewer.locale, park) },
  ];
  return (
    <>
      <PageHeader title={t("edit")} trail={trail} />
      <ClientMessages namespaces={["parks"]}>
        <ParkForm park={values} />
      </ClientMessages>
    </>
  );
}
