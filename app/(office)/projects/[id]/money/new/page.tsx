import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AmountForm } from "@/components/projects/amount-form";
import { findProject } from "@/components/projects/find-project";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("money.new") };
}

export default async function NewAmountPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.money) forbidden();
  return (
    <>
      <PageHeader
        title={t("money.new")}
        trail={[{ href: `/projects/${id}/money`, label: titleOf(viewer.locale, project) }]}
      />
      <ClientMessages namespaces={["projects"]}>
        <AmountForm projectId={id} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
