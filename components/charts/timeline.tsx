import { scaleUtc } from "d3-scale";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StatusMark } from "@/components/ui/status-mark";
import { getFormats } from "@/lib/platform/i18n/translator";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import { timeLabel, toTime } from "./layout";
import styles from "./timeline.module.css";

export type TimelineRow = {
  id: string;
  /** A name, or a link with it. */
  label: ReactNode;
  status?: StatusKind;
  /** Where it was meant to start; without it the baseline is a day, drawn as a mark. */
  startsOn?: string | null;
  baselineOn: string;
  originalBaselineOn?: string | null;
  forecastOn?: string | null;
  actualOn?: string | null;
  /** What the row says, for those who do not see it; built from the dates if none is given. */
  text?: string;
};

export type TimelineProps = {
  label: string;
  rows: TimelineRow[];
  asOf: string;
  from?: string;
  to?: string;
  /** Without the legend, where a timeline above has it. */
  bare?: boolean;
};

/**
 * Plan against what happened: the baseline as a bar or a mark, the forecast hollow, the actual solid, and the
 * as-of day through all of them. Places are percentages, so it fits any width without shrinking its words.
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
  const at = (day: string) => `${scale(toTime(day)).toFixed(2)}%`;
  const today = at(props.asOf);

  return (
    <figure className={styles.timeline}>
      {props.bare ? null : legend()}
      <ol aria-label={props.label} className={styles.rows}>
        <li aria-hidden="true" className={styles.axis}>
          <span />
          <svg width="100%" height="20" aria-hidden="true">
            {scale.ticks(4).map((tick) => (
              <text key={tick.getTime()} x={`${scale(tick).toFixed(2)}%`} y="14" textAnchor="middle">
                {timeLabel(tick, span)}
              </text>
            ))}
          </svg>
        </li>
        {props.rows.map((row) => (
          <li key={row.id}>
            <span className={styles.label}>
              {row.status ? <StatusMark kind={row.status} label={row.label} /> : row.label}
            </span>
            <svg width="100%" height="28" role="img" aria-label={row.text ?? wordsOf(row)}>
              <line x1="0" x2="100%" y1="27.5" y2="27.5" className={styles.line} />
              <line x1={today} x2={today} y1="0" y2="28" className={styles.asOf} />
              {row.startsOn ? (
                <line x1={at(row.startsOn)} x2={at(row.baselineOn)} y1="14" y2="14" className={styles.bar} />
              ) : null}
              {row.forecastOn && row.forecastOn !== row.baselineOn && !row.actualOn ? (
                <line
                  x1={at(row.baselineOn)}
                  x2={at(row.forecastOn)}
                  y1="14"
                  y2="14"
                  className={styles.slip}
                />
              ) : null}
              {row.actualOn && row.actualOn !== row.baselineOn ? (
                <line x1={at(row.baselineOn)} x2={at(row.actualOn)} y1="14" y2="14" className={styles.slip} />
              ) : null}
              {row.originalBaselineOn && row.originalBaselineOn !== row.baselineOn
                ? mark("original", at(row.originalBaselineOn))
                : null}
              {mark("baseline", at(row.baselineOn))}
              {row.forecastOn && !row.actualOn ? mark("forecast", at(row.forecastOn)) : null}
              {row.actualOn ? mark("actual", at(row.actualOn)) : null}
            </svg>
          </li>
        ))}
      </ol>
    </figure>
  );

  function legend() {
    return (
      <ul className={styles.legend} aria-hidden="true">
        <li>
          {key("baseline")}
          {t("baseline")}
        </li>
        <li>
          {key("forecast")}
          {t("forecast")}
        </li>
        <li>
          {key("actual")}
          {t("actual")}
        </li>
        <li>
          {key("asOf")}
          {t("asOf", { day: formats.longDate(props.asOf) })}
        </li>
      </ul>
    );
  }

  function wordsOf(row: TimelineRow): string {
    const parts = row.status ? [status(row.status)] : [];
    parts.push(`${t("baseline")} ${row.baselineOn}`);
    if (row.forecastOn) parts.push(`${t("forecast")} ${row.forecastOn}`);
    if (row.actualOn) parts.push(`${t("actual")} ${row.actualOn}`);
    return parts.join(", ");
  }
}

type Mark = "baseline" | "original" | "forecast" | "actual";

/** A shape at a percentage: a nested drawing, since a path cannot be placed by one. */
function mark(kind: Mark, place: string) {
  return (
    <svg x={place} y="14" overflow="visible" aria-hidden="true" className={styles[kind]}>
      {kind === "baseline" || kind === "original" ? <path d="M0-9V9" /> : <path d="M0-6 6 0 0 6-6 0z" />}
    </svg>
  );
}

function key(kind: Mark | "asOf") {
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
