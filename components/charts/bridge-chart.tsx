import { scaleBand, scaleLinear } from "d3-scale";
import styles from "./chart.module.css";
import { ChartFrame, type ChartNotes } from "./chart-frame";
import { textWidth } from "./layout";

/** `total` stands on the baseline; `change` starts where the step before ended. */
export type BridgeStep = { label: string; value: number; kind: "total" | "change" };

export type BridgeChartProps = ChartNotes & {
  steps: BridgeStep[];
  format: (value: number) => string;
  width?: number;
  height?: number;
};

const top = 24;
const bottom = 28;

/** From an opening to a closing figure, step by step; each step carries its own value. */
export function BridgeChart(props: BridgeChartProps) {
  const { format, width = 720, height = 260 } = props;
  const bars = toBars(props.steps);
  const reach = bars.flatMap((bar) => [bar.from, bar.to]);
  const y = scaleLinear()
    .domain([Math.min(0, ...reach), Math.max(...reach, 0) || 1])
    .nice(4)
    .range([height - bottom, top]);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 10;
  const x = scaleBand<number>()
    .domain(bars.map((_, i) => i))
    .range([left, width])
    .paddingInner(0.35)
    .paddingOuter(0.15);

  return (
    <ChartFrame {...props}>
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
        {bars.map((bar, i) => {
          const high = y(Math.max(bar.from, bar.to));
          const low = y(Math.min(bar.from, bar.to));
          const middle = (x(i) ?? 0) + x.bandwidth() / 2;
          const next = x(i + 1);
          return (
            <g key={bar.label}>
              <rect
                x={x(i)}
                width={x.bandwidth()}
                y={high}
                height={Math.max(1, low - high)}
                className={bar.kind === "total" ? styles.total : bar.value < 0 ? styles.fall : styles.rise}
              >
                <title>{`${bar.label} · ${words(bar)}`}</title>
              </rect>
              {next === undefined ? null : (
                <line
                  x1={(x(i) ?? 0) + x.bandwidth()}
                  x2={next}
                  y1={y(bar.to)}
                  y2={y(bar.to)}
                  className={styles.zero}
                />
              )}
              <text x={middle} y={high - 7} textAnchor="middle" className={styles.strong}>
                {words(bar)}
              </text>
              <text x={middle} y={height - 8} textAnchor="middle" className={styles.text}>
                {bar.label}
              </text>
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );

  function words(bar: BridgeStep): string {
    if (bar.kind === "total" || bar.value === 0) return format(bar.value);
    return `${bar.value < 0 ? "−" : "+"}${format(Math.abs(bar.value))}`;
  }
}

function toBars(steps: BridgeStep[]) {
  let level = 0;
  return steps.map((step) => {
    const from = step.kind === "total" ? 0 : level;
    level = step.kind === "total" ? step.value : level + step.value;
    return { ...step, from, to: level };
  });
}
