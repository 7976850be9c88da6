import { scaleUtc } from "d3-scale";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { timeLabel, toTime } from "./layout";
import styles from "./timeline.module.css";
import { drawTimelineRows, shapes, type TimelineRow } from "./timeline-rows";

export type TimelineProps = {
  label: string;
  rows: TimelineRow[];
  asOf: string;
  from?: string;
  to?: string;
  /** Without the legend and the shapes of marks, where a timeline above has them. */
  bare?: boolean;
};

/**
 * Plan against what happened: the baseline as a bar or a mark, the forecast hollow, the actual solid, and the
 * as-of day through all of them.
 */
export async function Timeline(props: TimelineProps) {
  const [t, status, formats] = await Promise.all([
    getTranslations("ui.chart"),
    getTranslations("ui.status"),
    getFormats(),
  ]);
  const dates = props.rows.flatMap(datesOf).concat(props.asOf).sort();
  const from = props.from ?? dates[0] ?? props.asOf;
  const to = props.to ?? dates.at(-1) ?? props.asOf;
  const scale = scaleUtc()
    .domain([toTime(from), toTime(to)])
    .range([5, 95])
    .clamp(true);
  const span = (toTime(to) - toTime(from)) / 86_400_000;
  const words = { baseline: t("baseline"), forecast: t("forecast"), actual: t("actual") };
  const statuses = new Map(
    [...new Set(props.rows.map((row) => row.status))].flatMap((kind) => (kind ? [[kind, status(kind)]] : [])),
  );
  const html = drawTimelineRows(props.rows, {
    at: (day) => `${scale(toTime(day)).toFixed(2)}%`,
    asOf: props.asOf,
    wordsOf,
  });

  return (
    <figure className={styles.timeline}>
      {props.bare ? null : legend()}
      <div aria-hidden="true" className={styles.axis}>
        <span />
        <svg width="100%" height="20" aria-hidden="true">
          {props.bare ? null : (
            <defs>
              <path id={shapes.tick} d="M0-9V9" />
              <path id={shapes.gem} d="M0-6 6 0 0 6-6 0z" />
            </defs>
          )}
          {scale.ticks(4).map((tick) => (
            <text key={tick.getTime()} x={`${scale(tick).toFixed(2)}%`} y="14" textAnchor="middle">
              {timeLabel(tick, span)}
            </text>
          ))}
        </svg>
      </div>
      <ol
        aria-label={props.label}
        className={styles.rows}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: plain text, escaped where it is drawn
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </figure>
  );

  function legend() {
    return (
      <ul className={styles.legend} aria-hidden="true">
        <li>
          {key("baseline")}
          {words.baseline}
        </li>
        <li>
          {key("forecast")}
          {words.forecast}
        </li>
        <li>
          {key("actual")}
          {words.actual}
        </li>
        <li>
          {key("asOf")}
          {t("asOf", { day: formats.longDate(props.asOf) })}
        </li>
      </ul>
    );
  }

  function wordsOf(row: TimelineRow): string {
    const parts = row.status ? [statuses.get(row.status) ?? ""] : [];
    parts.push(`${words.baseline} ${row.baselineOn}`);
    if (row.forecastOn) parts.push(`${words.forecast} ${row.forecastOn}`);
    if (row.actualOn) parts.push(`${words.actual} ${row.actualOn}`);
    return parts.join(", ");
  }
}

function key(kind: "baseline" | "forecast" | "actual" | "asOf") {
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" className={styles[kind]}>
      {kind === "forecast" || kind === "actual" ? <path d="M0-6 6 0 0 6-6 0z" /> : <path d="M0-7V7" />}
    </svg>
  );
}

function datesOf(row: TimelineRow): string[] {
  return [row.startsOn, row.baselineOn, row.originalBaselineOn, row.forecastOn, row.actualOn].flatMap(
    (day) => (day ? [day] : []),
  );
}
