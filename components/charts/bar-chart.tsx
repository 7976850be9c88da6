import { scaleBand, scaleLinear } from "d3-scale";
import styles from "./chart.module.css";
import { ChartFrame, type ChartNotes, SeriesLegend, seriesNumber } from "./chart-frame";
import { labelStep, textWidth } from "./layout";

export type BarChartProps = ChartNotes & {
  categories: string[];
  /** One series: bars. Several: stacked, in this order from the baseline. Values are not negative. */
  series: { name: string; values: (number | null)[] }[];
  format: (value: number) => string;
  width?: number;
  height?: number;
};

const top = 20;
const bottom = 26;

/** Upright bars from zero, the sum above each where it fits. */
export function BarChart(props: BarChartProps) {
  const { categories, series, format, width = 720, height = 260 } = props;
  const sums = categories.map((_, i) => series.reduce((sum, one) => sum + (one.values[i] ?? 0), 0));
  const y = scaleLinear()
    .domain([0, Math.max(...sums, 0) || 1])
    .nice(4)
    .range([height - bottom, top]);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 10;
  const x = scaleBand<number>()
    .domain(categories.map((_, i) => i))
    .range([left, width])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const every = labelStep(categories, x.step());
  const sumsFit = labelStep(sums.map(format), x.step()) === 1;

  return (
    <ChartFrame
      {...props}
      legend={series.length > 1 ? <SeriesLegend names={series.map((one) => one.name)} /> : undefined}
    >
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} role="img" aria-label={props.label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={left}
              x2={width}
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? styles.zero : styles.grid}
            />
            <text x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end" className={styles.text}>
              {format(tick)}
            </text>
          </g>
        ))}
        {categories.map((category, i) => (
          <g key={category}>
            {stack(i).map((part) => (
              <rect
                key={part.name}
                x={x(i)}
                width={x.bandwidth()}
                y={y(part.to)}
                height={Math.max(0, y(part.from) - y(part.to))}
                className={styles.area}
                data-series={seriesNumber(part.index)}
              >
                <title>{`${category} · ${part.name} · ${format(part.to - part.from)}`}</title>
              </rect>
            ))}
            {sumsFit && sums[i] ? (
              <text x={middle(i)} y={y(sums[i]) - 6} textAnchor="middle" className={styles.strong}>
                {format(sums[i])}
              </text>
            ) : null}
            {i % every === 0 ? (
              <text x={middle(i)} y={height - 6} textAnchor="middle" className={styles.text}>
                {category}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );

  function middle(i: number): number {
    return (x(i) ?? 0) + x.bandwidth() / 2;
  }

  function stack(i: number) {
    let from = 0;
    return series.map((one, index) => {
      const to = from + (one.values[i] ?? 0);
      const part = { name: one.name, index, from, to };
      from = to;
      return part;
    });
  }
}
