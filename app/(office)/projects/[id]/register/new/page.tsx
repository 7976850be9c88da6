import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EntryForm } from "@/components/projects/entry-form";
import { findProject } from "@/components/projects/find-project";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("entry.new") };
}

export default async function NewEntryPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.register) forbidden();
  return (
    <>
      <PageHeader
        title={t("entry.new")}
        trail={[{ href: `/projects/${id}/register`, label: titleOf(viewer.locale, project) }]}
      />
      <ClientMessages namespaces={["projects"]}>
        <EntryForm projectId={id} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
