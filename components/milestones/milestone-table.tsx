import { RagMark } from "@/components/projects/rag-mark";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { listEvidenceCounts } from "@/lib/domain/attachments/queries";
import type { MilestoneDto } from "@/lib/domain/milestones/dto";
import { findLateness } from "@/lib/domain/milestones/rules";
import type { getProject } from "@/lib/domain/projects/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import styles from "./milestone-table.module.css";
import { noEvidenceWords } from "./reason-words";

type Project = NonNullable<Awaited<ReturnType<typeof getProject>>>;

/** A project's milestones on the day, each with the verbs that settle it in place. */
export async function MilestoneTable(props: {
  project: Project;
  report: ProjectReport | null;
  searchParams: SearchParams;
}) {
  const { project, report } = props;
  const viewer = await requireViewer();
  const [t, locale, formats, evidence] = await Promise.all([
    getTranslations("milestones"),
    currentLocale(),
    getFormats(),
    listEvidenceCounts(
      viewer,
      project.milestones.map(({ id }) => id),
    ),
  ]);
  const onDay = new Map(report?.milestones.map((milestone) => [milestone.id, milestone]));
  const proposalOf = (milestone: MilestoneDto) =>
    milestone.proposals.find(({ decidedOn }) => decidedOn === null);
  const isBare = (milestone: MilestoneDto) =>
    milestone.doneWithoutEvidence && Boolean(onDay.get(milestone.id)?.actual);
  const bare = project.milestones.filter(isBare).length;
  const verbsOf = (milestone: MilestoneDto) => {
    if (milestone.cancelledOn || project.stage === "CANCELLED") return [];
    const open = milestone.actualOn === null;
    return [
      project.can.forecast && open ? "forecast" : null,
      project.can.forecast ? (open ? "complete" : "uncomplete") : null,
      project.can.rebaseline && open ? "rebaseline" : null,
      project.can.propose && open && !proposalOf(milestone) ? "propose" : null,
      project.can.decide && open && proposalOf(milestone) ? "decide" : null,
      project.can.forecast && open ? "depends" : null,
      project.can.forecast ? "edit" : null,
      project.can.forecast && open ? "cancel" : null,
    ].filter((verb) => verb !== null);
  };
  return (
    <>
      {bare > 0 ? <p className={styles.note}>{t("withoutEvidence", { count: bare })}</p> : null}
      <DataTable
        label={t("title")}
        rows={project.milestones}
        rowKey={(milestone) => milestone.id}
        searchParams={props.searchParams}
        empty={<EmptyState title={t("noneYet")} />}
        columns={[
          {
            key: "title",
            header: t("titleLabel"),
            wrap: true,
            cell: (milestone) => (
              <>
                {titleOf(locale, milestone)}
                {milestone.waitsFor.map((one) => {
                  const late = findLateness(one, milestone);
                  const words = {
                    title: titleOf(locale, one),
                    days: late?.days ?? 0,
                    on: late?.endsOn ?? "",
                  };
                  return (
                    <small key={one.id} className={styles.note} data-late={late !== null || undefined}>
                      {t(late ? "waitsLate" : "waits", words)}
                    </small>
                  );
                })}
                {proposalOf(milestone) ? (
                  <small className={styles.note}>
                    {t("proposedShort", { to: proposalOf(milestone)?.baselineOn ?? "" })}
                  </small>
                ) : null}
              </>
            ),
          },
          {
            key: "weight",
            header: t("weight"),
            align: "end",
            cell: (milestone) => formats.number(milestone.weight, 3),
          },
          {
            key: "baseline",
            header: t("baselineOn"),
            cell: (milestone) => formats.date(onDay.get(milestone.id)?.baseline ?? milestone.baselineOn),
          },
          {
            key: "forecast",
            header: t("forecastOn"),
            cell: (milestone) => formats.date(onDay.get(milestone.id)?.forecast),
          },
          {
            key: "actual",
            header: t("actualOn"),
            cell: (milestone) => formats.date(onDay.get(milestone.id)?.actual),
          },
          {
            key: "slip",
            header: t("slip"),
            align: "end",
            cell: (milestone) => formats.change(onDay.get(milestone.id)?.slipDays),
          },
          {
            key: "rag",
            header: t("rag"),
            cell: (milestone) => {
              const rag = onDay.get(milestone.id)?.rag;
              return rag ? <RagMark rag={rag} label={t(`status.${rag}`)} /> : null;
            },
          },
          {
            key: "evidence",
            header: t("evidence"),
            wrap: true,
            cell: (milestone) => (
              <>
                <a
                  href={carriedFrom(`/milestones/${milestone.id}/attachments`, props.searchParams)}
                  aria-label={`${t("evidence")}: ${titleOf(locale, milestone)}`}
                >
                  {isBare(milestone)
                    ? noEvidenceWords(t, milestone.noEvidenceReason)
                    : t("files", { count: evidence.get(milestone.id) ?? 0 })}
                </a>
                {milestone.evidence && onDay.get(milestone.id)?.actual ? (
                  <small className={styles.note}>{milestone.evidence}</small>
                ) : null}
              </>
            ),
          },
          {
            key: "verbs",
            header: <span className="visually-hidden">{t("verbsColumn")}</span>,
            cell: (milestone) =>
              verbsOf(milestone).map((verb) => (
                <span key={verb}>
                  <a
                    href={carriedFrom(
                      `/milestones/${milestone.id}/${verb === "uncomplete" ? "complete" : verb}`,
                      props.searchParams,
                    )}
                    aria-label={`${t(verb)}: ${titleOf(locale, milestone)}`}
                  >
                    {t(verb)}
                  </a>{" "}
                </span>
              )),
          },
        ]}
      />
    </>
  );
}
