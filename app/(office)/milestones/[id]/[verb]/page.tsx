import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { MilestoneVerbForm } from "@/components/milestones/milestone-verb-form";
import { isMilestoneVerb, milestoneVerbs } from "@/components/milestones/milestone-verbs";
import { PageHeader } from "@/components/ui/page-header";
import { getMilestone } from "@/lib/domain/milestones/queries";
import { can } from "@/lib/domain/permissions";
import { getProject } from "@/lib/domain/projects/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("milestones")]);
  return { title: isMilestoneVerb(verb) ? t(verb) : undefined };
}

export default async function MilestoneVerbPage(props: Props) {
  const [viewer, { id, verb }, t] = await Promise.all([
    requireViewer(),
    props.params,
    getTranslations("milestones"),
  ]);
  if (!isMilestoneVerb(verb)) notFound();
  const milestone = await getMilestone(viewer, id);
  if (!milestone) notFound();
  if (!can(viewer, milestoneVerbs[verb])) forbidden();
  const project = verb === "depends" ? await getProject(viewer, milestone.projectId) : null;
  const others = (project?.milestones ?? [])
    .filter((other) => other.id !== id && !other.cancelledOn)
    .map((other) => ({ value: other.id, label: titleOf(viewer.locale, other) }));
  const trail = [{ href: `/projects/${milestone.projectId}`, label: titleOf(viewer.locale, milestone) }];
  return (
    <>
      <PageHeader title={t(verb)} trail={trail} />
      <ClientMessages namespaces={["milestones"]}>
        <MilestoneVerbForm verb={verb} milestone={milestone} today={todayInZone()} others={others} />
      </ClientMessages>
    </>
  );
}
