import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { toAskedBefore } from "@/components/change-requests/asked-before";
import { listPapers, PortalFiles } from "@/components/change-requests/portal-files";
import { PortalPage } from "@/components/change-requests/portal-page";
import { MilestoneReportForm } from "@/components/change-requests/report-forms";
import { RequestBanner } from "@/components/change-requests/request-banner";
import { getChangeRequest, getOpenRequest } from "@/lib/domain/change-requests/queries";
import { getMilestone } from "@/lib/domain/milestones/queries";
import { FROM_LIST } from "@/lib/domain/milestones/rules";
import { getProject } from "@/lib/domain/projects/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string; milestone: string }>; searchParams: Promise<SearchParams> };

async function findMilestone(params: { id: string; milestone: string }) {
  const { viewer, enterpriseId } = await requireFirm();
  const [project, milestone] = await Promise.all([
    getProject(viewer, params.id),
    getMilestone(viewer, params.milestone),
  ]);
  if (!project || milestone?.projectId !== project.id) notFound();
  return { viewer, enterpriseId, project, milestone };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, milestone } = await findMilestone(await props.params);
  return { title: titleOf(viewer.locale, milestone) };
}

/** What the firm says of a milestone that it owes; the office looks at it before it counts. */
export default async function MilestoneReportPage(props: Props) {
  const [params, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("change-requests.portal"),
  ]);
  const { viewer, enterpriseId, project, milestone } = await findMilestone(params);
  const { from } = firstValues(searchParams);
  const [open, again, papers] = await Promise.all([
    getOpenRequest(viewer, { enterpriseId, milestoneId: milestone.id }),
    from ? getChangeRequest(viewer, from) : null,
    listPapers(viewer, "milestones", milestone.id),
  ]);
  if (milestone.cancelledOn || project.stage === "CANCELLED") notFound();
  const asked = toAskedBefore(open, again?.milestoneId === milestone.id ? again : null);
  // What an import said by itself is nothing that the firm said.
  const reason = milestone.noEvidenceReason === FROM_LIST ? null : milestone.noEvidenceReason;
  const textOf = (field: "forecastOn" | "actualOn" | "evidence") =>
    String(asked.values.get(field) ?? milestone[field] ?? "");
  const back = `/portal/projects/${project.id}`;
  return (
    <PortalPage
      title={titleOf(viewer.locale, milestone)}
      trail={[
        { href: "/portal/projects", label: t("projects") },
        { href: back, label: titleOf(viewer.locale, project) },
      ]}
      help={`${t("planned", { on: milestone.baselineOn })}. ${t("milestoneHelp")}`}
    >
      <RequestBanner request={open} />
      <ClientMessages
        namespaces={["change-requests", "attachments", "milestones", "enterprises", "projects"]}
      >
        <MilestoneReportForm
          seen={{ id: milestone.id, version: milestone.version, requestVersion: open?.version ?? 0 }}
          values={{
            forecastOn: textOf("forecastOn"),
            actualOn: textOf("actualOn"),
            evidence: textOf("evidence"),
            noEvidenceReason: String(asked.values.get("noEvidenceReason") ?? reason ?? ""),
            attachmentId: asked.attachmentId,
          }}
          done={milestone.actualOn !== null}
          papers={papers}
          back={back}
        />
        <PortalFiles owner="milestones" ownerId={milestone.id} usual="EVIDENCE" papers={papers} />
      </ClientMessages>
    </PortalPage>
  );
}
