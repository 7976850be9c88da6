import type { Metadata } from "next";
import { AttachmentSection } from "@/components/attachments/attachment-section";
import { findMilestone } from "@/components/milestones/find-milestone";
import { noEvidenceWords } from "@/components/milestones/reason-words";
import { findProject } from "@/components/projects/find-project";
import { PageHeader } from "@/components/ui/page-header";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ viewer, milestone }, t] = await Promise.all([
    findMilestone((await props.params).id),
    getTranslations("attachments"),
  ]);
  return { title: t("evidenceOf", { title: titleOf(viewer.locale, milestone) }) };
}

/** What shows that a milestone was reached. */
export default async function MilestoneAttachmentsPage(props: Props) {
  const [{ id }, searchParams, t, say] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("attachments"),
    getTranslations("milestones"),
  ]);
  const { viewer, milestone } = await findMilestone(id);
  const { project } = await findProject(milestone.projectId);
  const title = titleOf(viewer.locale, milestone);
  return (
    <>
      <PageHeader
        title={t("evidence")}
        trail={[{ href: `/projects/${milestone.projectId}`, label: titleOf(viewer.locale, project) }]}
        beside={<span>{title}</span>}
      />
      {milestone.evidence ? <p>{milestone.evidence}</p> : null}
      {milestone.doneWithoutEvidence && milestone.noEvidenceReason ? (
        <p>{noEvidenceWords(say, milestone.noEvidenceReason)}</p>
      ) : null}
      <AttachmentSection viewer={viewer} owner="milestones" ownerId={id} searchParams={searchParams} />
    </>
  );
}
