import { scaleUtc } from "d3-scale";
import styles from "./chart.module.css";
import { ChartFrame, type ChartNotes, seriesNumber } from "./chart-frame";
import { spread, textWidth, timeLabel, toTime } from "./layout";

export type TrendSeries = { id: string; name: string; points: { on: string; expectedOn: string }[] };

export type TrendChartProps = ChartNotes & {
  series: TrendSeries[];
  asOf: string;
  /** What the 45° line is called: on it, what is expected is today. */
  diagonal: string;
  width?: number;
  height?: number;
};

const top = 14;
const bottom = 26;
const DAY = 86_400_000;

/**
 * A milestone trend: along, the day on which something was said; upwards, the day that was then expected. A level line
 * keeps its word, a rising one slips; on the 45° line it is done.
 */
export function TrendChart(props: TrendChartProps) {
  const { series, asOf, width = 760, height = 420 } = props;
  const points = series.flatMap((line) => line.points);
  if (points.length === 0) return null;
  const said = [...points.map(({ on }) => toTime(on)), toTime(asOf)];
  const meant = points.map(({ expectedOn }) => toTime(expectedOn));
  const alongEnds = [Math.min(...said), Math.max(...said)] as const;
  const upEnds = [Math.min(...meant, alongEnds[0]), Math.max(...meant)] as const;
  const span = (ends: readonly [number, number]) => Math.max(1, (ends[1] - ends[0]) / DAY);
  const left = textWidth("0000-00-00") + 10;
  const right = Math.max(...series.map(({ name }) => Math.min(220, textWidth(name)))) + 16;
  const x = scaleUtc()
    .domain(alongEnds)
    .range([left, width - right]);
  const y = scaleUtc()
    .domain(upEnds)
    .range([height - bottom, top]);
  const meet = Math.min(alongEnds[1], upEnds[1]);
  const start = Math.max(alongEnds[0], upEnds[0]);
  const lasts = series.map((line) => line.points.at(-1));
  const placed = spread(
    lasts.map((last) => y(toTime(last?.expectedOn ?? asOf))),
    15,
    top,
    height - bottom,
  );
  return (
    <ChartFrame {...props}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} role="img" aria-label={props.label}>
        {y.ticks(6).map((tick) => (
          <g key={tick.getTime()}>
            <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end" className={styles.text}>
              {timeLabel(tick, span(upEnds))}
            </text>
          </g>
        ))}
        {x.ticks(5).map((tick) => (
          <text key={tick.getTime()} x={x(tick)} y={height - 6} textAnchor="middle" className={styles.text}>
            {timeLabel(tick, span(alongEnds))}
          </text>
        ))}
        {start < meet ? (
          <>
            <line x1={x(start)} y1={y(start)} x2={x(meet)} y2={y(meet)} className={styles.asOf} />
            <text x={x(meet) - 6} y={y(meet) + 16} textAnchor="end" className={styles.text}>
              {props.diagonal}
            </text>
          </>
        ) : null}
        {series.map((line, i) => (
          <g key={line.id}>
            <path d={pathOf(line)} className={styles.path} data-series={seriesNumber(i)} />
            {line.points.map((point) => (
              <circle
                key={point.on}
                cx={x(toTime(point.on))}
                cy={y(toTime(point.expectedOn))}
                r="3"
                className={styles.area}
                data-series={seriesNumber(i)}
              />
            ))}
            <text x={width - right + 10} y={placed[i]} dy="0.35em" className={styles.name}>
              {shorten(line.name)}
            </text>
          </g>
        ))}
      </svg>
    </ChartFrame>
  );

  /** From word to word; the last one holds until the day, unless it was the day it was done. */
  function pathOf({ points: own }: TrendSeries): string {
    const [first] = own;
    if (!first) return "";
    let path = `M${x(toTime(first.on)).toFixed(1)},${y(toTime(first.expectedOn)).toFixed(1)}`;
    for (const { on, expectedOn } of own.slice(1)) {
      path += `L${x(toTime(on)).toFixed(1)},${y(toTime(expectedOn)).toFixed(1)}`;
    }
    const last = own.at(-1) ?? first;
    return last.on === last.expectedOn ? path : `${path}H${x(toTime(asOf)).toFixed(1)}`;
  }
}

/** Names that are longer than their room end in dots; the table beneath has them whole. */
function shorten(name: string): string {
  let short = "";
  for (const character of name) {
    if (textWidth(short + character) > 205) return `${short}…`;
    short += character;
  }
  return short;
}
