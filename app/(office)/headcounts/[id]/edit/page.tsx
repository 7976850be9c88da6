import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { DeleteHeadcount } from "@/components/headcounts/delete-headcount";
import { HeadcountForm } from "@/components/headcounts/headcount-form";
import { PageHeader } from "@/components/ui/page-header";
import { getHeadcount } from "@/lib/domain/headcounts/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("headcounts"))("edit") };
}

export default async function EditHeadcountPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([
    requireViewer(),
    props.params,
    getTranslations("headcounts"),
  ]);
  const found = await getHeadcount(viewer, id);
  if (!found) notFound();
  const { can, ...headcount } = found;
  if (!can.update) forbidden();
  const { enterprise } = headcount;
  const back = `/enterprises/${enterprise.id}/people`;
  return (
    <>
      <PageHeader title={t("edit")} trail={[{ href: back, label: nameOf(viewer.locale, enterprise) }]} />
      <ClientMessages namespaces={["headcounts"]}>
        <HeadcountForm headcount={headcount} enterpriseId={enterprise.id} parks={[]} today={headcount.on} />
        {can.delete ? <DeleteHeadcount id={id} version={headcount.version} back={back} /> : null}
      </ClientMessages>
    </>
  );
}
