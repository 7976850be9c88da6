import { scaleLinear, scaleUtc } from "d3-scale";
import { textWidth, timeLabel } from "./layout";

const width = 1120;
const gap = 2;
const axis = 26;

/** Where a stacking plan's floors and areas lie, in the units of its viewBox. */
export type StackLayout = {
  width: number;
  height: number;
  /** Where floors begin, right of their labels. */
  left: number;
  rowHeight: number;
  gap: number;
  /** Drawn width of a hundredth of a m²: one scale for all floors. */
  perHundredth: number;
  /** m² along the foot. */
  ticks: { x: number; label: string }[];
};

/** Floors share one scale, so that blocks compare across them; many floors get lower rows. */
export function layoutStack(floors: string[], widest: number): StackLayout {
  const left = Math.min(90, Math.max(28, ...floors.map(textWidth)) + 14);
  const rowHeight = floors.length <= 12 ? 56 : floors.length <= 24 ? 48 : 34;
  const x = scaleLinear()
    .domain([0, widest / 100 || 1])
    .range([left, width]);
  return {
    ...{ width, left, rowHeight, gap },
    height: Math.max(1, floors.length) * (rowHeight + gap) + axis,
    perHundredth: widest === 0 ? 0 : (width - left) / widest,
    ticks: x.ticks(6).map((value) => ({ x: x(value), label: value.toLocaleString("en-US") })),
  };
}

/** Ticks under the slider of days: shares of its length between the two days (numbers since 1970). */
export function layoutDays(from: number, to: number): { at: number; label: string }[] {
  const times = [from, to].map((day) => new Date(day * 86_400_000)) as [Date, Date];
  const at = scaleUtc().domain(times).range([0, 1]);
  return at.ticks(8).map((time) => ({ at: at(time), label: timeLabel(time, to - from) }));
}
