import { getTranslations } from "next-intl/server";
import { Timeline } from "@/components/charts/timeline";
import { AppLink } from "@/components/ui/app-link";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import { ragKinds } from "@/lib/reports/progress/rag-kinds";
import type { TimelineRow } from "@/lib/reports/timeline/facts";
import type { TimelineGrouping } from "@/lib/reports/timeline/filter";
import styles from "./portfolio-timeline.module.css";
import { RovingRows } from "./roving-rows";

/** Milestones of many projects on one scale of days, under the heading of their group. Keys lead from row to row. */
export async function PortfolioTimeline(props: {
  rows: TimelineRow[];
  by: TimelineGrouping;
  asOf: CivilDate;
}) {
  const { rows, by, asOf } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const groups = new Map<string, TimelineRow[]>();
  for (const row of rows) {
    const name = nameOfGroup(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const days = rows
    .flatMap(({ milestone: m }) => [m.baseline, m.originalBaseline, m.forecast, m.actual])
    .flatMap((day) => (day ? [day] : []))
    .concat(asOf)
    .sort();
  return (
    <RovingRows>
      {[...groups].map(([name, own], i) => (
        <section key={name} aria-label={name} className={styles.group}>
          <h2 id={`group-${i}`}>
            {name} <small>{t("reports.timeline.inGroup", { count: own.length, late: lateOf(own) })}</small>
          </h2>
          <Timeline
            label={name}
            asOf={asOf}
            from={days[0]}
            to={days.at(-1)}
            bare={i > 0}
            rows={own.map((row) => ({
              id: row.milestone.id,
              label: (
                <>
                  <AppLink href={`/projects/${row.project.id}`} data-row="">
                    {`${row.project.code} ${titleOf(locale, row.milestone)}`}
                  </AppLink>
                  {row.slipDays ? (
                    <small className={styles.slip}>
                      {` ${t("reports.timeline.days", { days: formats.change(row.slipDays) })}`}
                    </small>
                  ) : null}
                  {row.critical ? (
                    <strong className={styles.critical}>{` ‼ ${t("reports.timeline.critical")}`}</strong>
                  ) : null}
                </>
              ),
              status: ragKinds[row.milestone.rag],
              baselineOn: row.milestone.baseline,
              originalBaselineOn: row.milestone.originalBaseline,
              forecastOn: row.milestone.forecast,
              actualOn: row.milestone.actual,
            }))}
          />
        </section>
      ))}
    </RovingRows>
  );

  function nameOfGroup({ agreement, park, project }: TimelineRow): string {
    if (by === "cluster") return t(clusterLabel(project.cluster as "OTHER"));
    if (by === "park") return park ? `${park.code} ${nameOf(locale, park)}` : t("projects.wholeZone");
    return agreement
      ? `${agreement.code} ${titleOf(locale, agreement)}`
      : t("reports.timeline.withoutAgreement");
  }
}

const lateOf = (rows: TimelineRow[]) => rows.filter(({ late }) => late).length;
