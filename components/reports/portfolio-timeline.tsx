import { Timeline } from "@/components/charts/timeline";
import { noEvidenceWords } from "@/components/milestones/reason-words";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams } from "@/lib/platform/paging/list-params";
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
  searchParams: SearchParams;
}) {
  const { rows, by, asOf } = props;
  const [t, inMilestones, locale, formats] = await Promise.all([
    getTranslations(),
    getTranslations("milestones"),
    currentLocale(),
    getFormats(),
  ]);
  const words = { critical: `‼ ${t("reports.timeline.critical")}` };
  const daysOf = remember((days: number) =>
    t("reports.timeline.days", { days: formats.change(days), count: Math.abs(days) }),
  );
  const unshownOf = remember((reason: string | null) => noEvidenceWords(inMilestones, reason));
  const hrefOf = remember((id: string) => carriedFrom(`/projects/${id}`, props.searchParams));
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
              label: `${row.project.code} ${titleOf(locale, row.milestone)}`,
              href: hrefOf(row.project.id),
              notes: notesOf(row),
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

  /** Asked once for each word, and not once a row. */
  function notesOf({ slipDays, critical, milestone }: TimelineRow) {
    const notes = [];
    if (slipDays) notes.push({ text: daysOf(slipDays) });
    if (milestone.unshown) notes.push({ text: unshownOf(milestone.noEvidenceReason) });
    if (critical) notes.push({ text: words.critical, grave: true });
    return notes;
  }

  function nameOfGroup({ agreement, park, project }: TimelineRow): string {
    if (by === "cluster") return t(clusterLabel(project.cluster as "OTHER"));
    if (by === "park") return park ? `${park.code} ${nameOf(locale, park)}` : t("projects.wholeZone");
    return agreement
      ? `${agreement.code} ${titleOf(locale, agreement)}`
      : t("reports.timeline.withoutAgreement");
  }
}

/** Many rows say the same: each is put into words once. */
function remember<Key>(say: (key: Key) => string): (key: Key) => string {
  const said = new Map<Key, string>();
  return (key) => {
    const words = said.get(key) ?? say(key);
    said.set(key, words);
    return words;
  };
}

const lateOf = (rows: TimelineRow[]) => rows.filter(({ late }) => late).length;
