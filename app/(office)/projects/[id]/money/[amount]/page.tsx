import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { AmountForm } from "@/components/projects/amount-form";
import { findProject } from "@/components/projects/find-project";
import { RemoveRecord } from "@/components/projects/remove-record";
import { PageHeader } from "@/components/ui/page-header";
import { listAmounts } from "@/lib/domain/projects/queries-records";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; amount: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("money.edit") };
}

export default async function AmountPage(props: Props) {
  const [{ id, amount: asked }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.money) forbidden();
  const amount = (await listAmounts(viewer, id)).find((one) => one.id === asked);
  if (!amount) notFound();
  const back = `/projects/${id}/money`;
  return (
    <>
      <PageHeader title={t("money.edit")} trail={[{ href: back, label: titleOf(viewer.locale, project) }]} />
      <ClientMessages namespaces={["projects"]}>
        <AmountForm projectId={id} today={todayInZone()} amount={amount} />
        <RemoveRecord kind="amount" id={amount.id} version={amount.version} back={back} />
      </ClientMessages>
    </>
  );
}
