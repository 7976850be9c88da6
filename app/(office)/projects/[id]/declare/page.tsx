import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { DeclareForm } from "@/components/projects/declare-form";
import { findProject } from "@/components/projects/find-project";
import { RemoveRecord } from "@/components/projects/remove-record";
import { PageHeader } from "@/components/ui/page-header";
import { getDeclaredRag } from "@/lib/domain/projects/queries-records";
import { addDays } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** As long as a project may be silent: then it is to be said again. */
const USUAL_DAYS = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("declared.declare") };
}

export default async function DeclareRagPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.declare) forbidden();
  const today = todayInZone();
  const declared = await getDeclaredRag(viewer, id, today);
  return (
    <>
      <PageHeader
        title={t("declared.declare")}
        trail={[{ href: `/projects/${id}`, label: titleOf(viewer.locale, project) }]}
      />
      <ClientMessages namespaces={["projects"]}>
        <DeclareForm projectId={id} today={today} until={addDays(today, USUAL_DAYS)} />
        {declared ? (
          <RemoveRecord kind="rag" id={declared.id} version={declared.version} back={`/projects/${id}`} />
        ) : null}
      </ClientMessages>
    </>
  );
}
