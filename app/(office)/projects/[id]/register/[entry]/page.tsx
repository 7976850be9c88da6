import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { EntryEndForm, EntryForm } from "@/components/projects/entry-form";
import { findProject } from "@/components/projects/find-project";
import { PageHeader } from "@/components/ui/page-header";
import { listEntries } from "@/lib/domain/projects/queries-records";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; entry: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("entry.edit") };
}

/** An entry of the register to be changed, closed or opened again. */
export default async function EntryPage(props: Props) {
  const [{ id, entry: asked }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.register) forbidden();
  const entry = (await listEntries(viewer, id)).find((one) => one.id === asked);
  if (!entry) notFound();
  const shared = { projectId: id, today: todayInZone(), entry };
  return (
    <>
      <PageHeader
        title={t("entry.edit")}
        trail={[{ href: `/projects/${id}/register`, label: titleOf(viewer.locale, project) }]}
      />
      <ClientMessages namespaces={["projects"]}>
        <EntryForm {...shared} />
        <EntryEndForm {...shared} />
      </ClientMessages>
    </>
  );
}
