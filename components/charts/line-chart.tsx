import { scaleLinear, scaleUtc } from "d3-scale";
import styles from "./chart.module.css";
import { ChartFrame, type ChartNotes, seriesNumber } from "./chart-frame";
import { spread, textWidth, timeLabel, toTime } from "./layout";

export type LineSeries = {
  name: string;
  points: { on: string; value: number | null }[];
  /** Each point is a finding of its own, and gets a mark. */
  marked?: boolean;
};

export type LineChartProps = ChartNotes & {
  series: LineSeries[];
  /** How a value reads on the axis and at a line's end. */
  format: (value: number) => string;
  /** Lines may start above zero, since they show movement; bars never do. */
  fromZero?: boolean;
  asOf?: string;
  width?: number;
  height?: number;
};

const top = 12;
const bottom = 26;

/** Lines over time, each named at its own end. A missing value is a gap, never a zero. */
export function LineChart(props: LineChartProps) {
  const { series, format, width = 720, height = 260 } = props;
  const points = series.flatMap((line) => line.points);
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const times = points.map((point) => toTime(point.on)).concat(props.asOf ? toTime(props.asOf) : []);
  if (values.length === 0) return null;

  const ends = series.map((line) => line.points.findLast((point) => point.value !== null));
  const names = series.map((line, i) => `${line.name} ${format(ends[i]?.value ?? 0)}`);
  const y = scaleLinear()
    .domain([props.fromZero ? 0 : Math.min(...values), Math.max(...values)])
    .nice(4)
    .range([height - bottom, top]);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 10;
  const right = Math.max(...names.map(textWidth)) + 14;
  const domain = [Math.min(...times), Math.max(...times)];
  const x = scaleUtc()
    .domain(domain)
    .range([left, width - right]);
  const span = ((domain[1] ?? 0) - (domain[0] ?? 0)) / 86_400_000;
  const placed = spread(
    ends.map((end) => y(end?.value ?? 0)),
    15,
    top,
    height - bottom,
  );

  return (
    <ChartFrame {...props}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} role="img" aria-label={props.label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={left}
              x2={width - right}
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? styles.zero : styles.grid}
            />
            <text x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end" className={styles.text}>
              {format(tick)}
            </text>
          </g>
        ))}
        {x.ticks(6).map((tick) => (
          <text key={tick.getTime()} x={x(tick)} y={height - 6} textAnchor="middle" className={styles.text}>
            {timeLabel(tick, span)}
          </text>
        ))}
        {props.asOf ? (
          <line
            x1={x(toTime(props.asOf))}
            x2={x(toTime(props.asOf))}
            y1={top}
            y2={height - bottom}
            className={styles.asOf}
          />
        ) : null}
        {series.map((line, i) => (
          <g key={line.name}>
            <path d={pathOf(line)} className={styles.path} data-series={seriesNumber(i)} />
            {line.marked ? line.points.map((point) => dot(point, i)) : null}
            {ends[i] ? (
              <>
                <circle
                  cx={x(toTime(ends[i].on))}
                  cy={y(ends[i].value ?? 0)}
                  r="3.5"
                  className={styles.area}
                  data-series={seriesNumber(i)}
                />
                <text x={width - right + 10} y={placed[i]} dy="0.35em" className={styles.name}>
                  {names[i]}
                </text>
              </>
            ) : null}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );

  function dot({ on, value }: LineSeries["points"][number], i: number) {
    if (value === null) return null;
    return (
      <circle
        key={on}
        cx={x(toTime(on))}
        cy={y(value)}
        r="3.5"
        className={styles.area}
        data-series={seriesNumber(i)}
      />
    );
  }

  function pathOf(line: LineSeries): string {
    let pen = "M";
    let path = "";
    for (const point of line.points) {
      if (point.value === null) {
        pen = "M";
        continue;
      }
      path += `${pen}${x(toTime(point.on)).toFixed(1)},${y(point.value).toFixed(1)}`;
      pen = "L";
    }
    return path;
  }
}

/** A small line without axes, for a key figure: the words beside it carry the meaning. */
export function SparkLine(props: { points: { on: string; value: number | null }[]; label: string }) {
  const known = props.points.flatMap((p) =>
    p.value === null ? [] : [{ time: toTime(p.on), value: p.value }],
  );
  const last = known.at(-1);
  if (known.length < 2 || !last) return null;
  const values = known.map((point) => point.value);
  const times = known.map((point) => point.time);
  const x = scaleLinear()
    .domain([Math.min(...times), Math.max(...times)])
    .range([2, 154]);
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([32, 4]);
  const flat = Math.min(...values) === Math.max(...values);
  const at = (value: number) => (flat ? 18 : y(value));
  const path = known
    .map((p, i) => `${i ? "L" : "M"}${x(p.time).toFixed(1)},${at(p.value).toFixed(1)}`)
    .join("");
  return (
    <svg viewBox="0 0 160 36" className={styles.spark} role="img" aria-label={props.label}>
      <path d={path} className={styles.path} data-series="1" />
      <circle cx={x(last.time)} cy={at(last.value)} r="3" className={styles.area} data-series="1" />
    </svg>
  );
}
