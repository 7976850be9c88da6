import { type CivilDate, toDayNumber } from "@/lib/platform/dates/civil";
import {
  GRAVEST,
  isCancelledOn,
  type PortfolioPoint,
  type ProjectNumbers,
  type Standing,
  tallyProject,
} from "@/lib/reports/progress/portfolio";
import { DEFAULT_THRESHOLDS } from "@/lib/reports/progress/types";

/**
 * A project over all days. Where it stands turns on a few dozen days alone, those of its milestones and words and the
 * limits around them; between two of them it stands still. So once its turns are known, any day is looked up, and
 * nothing is computed. portfolio.ts says where it stands on a day; a property test holds the two together.
 */
export interface Course {
  /** From which day on each row of `cells` holds, ascending; the first from ever. */
  days: Int32Array;
  /** A row a turn, in the order of CELLS. Typed arrays: half a million rows are 30 MB, as objects ten times that. */
  cells: Int32Array;
}

const EVER = -(2 ** 31);
const NEVER = 2 ** 31 - 1;

/** The counts of a portfolio that add up over projects. */
const COUNTS = [
  "milestones",
  "due",
  "done",
  "dueDone",
  "unshown",
  "overdue",
  "upcoming",
  "late",
  "silent",
] as const;
const COLOURS = ["GREEN", "AMBER", "RED", "GREY"] as const;
const GRAVEST_FIRST = [...COLOURS].sort((a, b) => GRAVEST[a] - GRAVEST[b]);

/** A course's cells: whether it counts, its colour, the counts, and the earliest milestone overdue, and coming. */
const COLOUR = 1;
const FIRST_COUNT = 2;
const FIRST_OVERDUE = FIRST_COUNT + COUNTS.length;
const CELLS = FIRST_OVERDUE + 2;

export function toCourse(project: ProjectNumbers): Course {
  const turns = listTurns(project);
  const days: number[] = [];
  const cells: number[] = [];
  for (const day of turns) {
    const on = day === EVER ? (turns[1] ?? 0) - 1 : day;
    const tally = tallyProject(project, on);
    const cancelled = isCancelledOn(project, on);
    const row = [cancelled ? 0 : 1, COLOURS.indexOf(cancelled ? "GREY" : tally.rag)];
    for (const count of COUNTS) row.push(tally[count]);
    const firsts = cancelled ? [NEVER, NEVER] : [tally.firstOverdue, tally.firstUpcoming];
    for (const first of firsts) row.push(Math.min(first, NEVER));
    const last = cells.length - CELLS;
    if (last >= 0 && row.every((cell, i) => cell === cells[last + i])) continue;
    days.push(day);
    cells.push(...row);
  }
  return { days: Int32Array.from(days), cells: Int32Array.from(cells) };
}

/** Every day on which the project may stand otherwise than the day before, ascending, after the beginning of time. */
function listTurns({ recordedOn, cancelledOn, activity, milestones }: ProjectNumbers): Int32Array {
  const { upcomingDays, dueSoonDays, redForecastDays, silentDays } = DEFAULT_THRESHOLDS;
  const turns = [EVER, recordedOn + silentDays];
  const add = (day: number | null) => day !== null && turns.push(day);
  add(cancelledOn);
  for (const day of activity) turns.push(day, day + silentDays);
  for (const { baseline, baselines, forecast, forecasts, actual, cancelledOn } of milestones) {
    add(actual);
    add(cancelledOn);
    for (const { on } of baselines) turns.push(on);
    for (const { on } of forecasts) turns.push(on);
    // It comes up, is due soon, due, overdue, and late.
    for (const day of [baseline, ...baselines.flatMap(({ value }) => value ?? [])]) {
      turns.push(day - upcomingDays, day - dueSoonDays, day, day + 1, day + redForecastDays + 1);
    }
    for (const day of [forecast, ...forecasts.map(({ value }) => value)]) {
      if (day !== null) turns.push(day - upcomingDays, day + 1);
    }
  }
  return Int32Array.from(new Set(turns)).sort();
}

/** Where each of the projects stands on a day, the gravest first; of equals, in the order in which they came. */
export function rankCourses(projects: { id: string; course: Course }[], asOf: CivilDate): Standing[] {
  const on = toDayNumber(asOf);
  const byColour = new Map(GRAVEST_FIRST.map((colour) => [colour, [] as Standing[]]));
  for (const { id, course } of projects) {
    const at = rowOn(course.days, on) * CELLS;
    const cell = (i: number) => course.cells[at + i] ?? 0;
    const day = (i: number) => (cell(i) === NEVER ? Infinity : cell(i));
    const rag = COLOURS[cell(COLOUR)] ?? "GREY";
    const standing = { firstOverdue: day(FIRST_OVERDUE), firstUpcoming: day(FIRST_OVERDUE + 1) };
    byColour.get(rag)?.push({ id, rag, ...standing });
  }
  return [...byColour.values()].flat();
}

/** What many courses add up to from each day on: projects, one of each colour, and the counts. */
export type CourseSums = Course;
const FIRST_SUM = 1 + COLOURS.length;
const SUMS = FIRST_SUM + COUNTS.length;

export function addUpCourses(courses: Course[]): CourseSums {
  const days = listDays(courses);
  const cells = new Int32Array(days.length * SUMS);
  for (const course of courses) {
    for (let row = 0; row < course.days.length; row += 1) {
      const at = rowOn(days, course.days[row] ?? EVER) * SUMS;
      addStep(cells, at, course.cells, row * CELLS, 1);
      if (row > 0) addStep(cells, at, course.cells, (row - 1) * CELLS, -1);
    }
  }
  for (let at = SUMS; at < cells.length; at += 1) cells[at] = (cells[at] ?? 0) + (cells[at - SUMS] ?? 0);
  return { days, cells };
}

/** The days of all of them, ascending, each once. */
function listDays(courses: Course[]): Int32Array {
  const all = new Int32Array(courses.reduce((sum, { days }) => sum + days.length, 0));
  let end = 0;
  for (const { days } of courses) {
    all.set(days, end);
    end += days.length;
  }
  all.sort();
  return all.filter((day, i) => i === 0 || day !== all[i - 1]);
}

/** Adds a row of a course to a row of sums, or takes it away; a cancelled project counts for nothing. */
function addStep(sums: Int32Array, at: number, cells: Int32Array, from: number, sign: 1 | -1): void {
  if (cells[from] === 0) return;
  const colour = at + 1 + (cells[from + COLOUR] ?? 0);
  sums[at] = (sums[at] ?? 0) + sign;
  sums[colour] = (sums[colour] ?? 0) + sign;
  for (let i = 0; i < COUNTS.length; i += 1) {
    const to = at + FIRST_SUM + i;
    sums[to] = (sums[to] ?? 0) + sign * (cells[from + FIRST_COUNT + i] ?? 0);
  }
}

/** The counts of a day over several sums. */
export function toPortfolioPoint(parts: CourseSums[], asOf: CivilDate): PortfolioPoint {
  const on = toDayNumber(asOf);
  const sums = new Array<number>(SUMS).fill(0);
  for (const { days, cells } of parts) {
    const at = rowOn(days, on) * SUMS;
    for (let i = 0; i < SUMS; i += 1) sums[i] = (sums[i] ?? 0) + (cells[at + i] ?? 0);
  }
  const sum = (i: number) => sums[i] ?? 0;
  const counts = Object.fromEntries(COUNTS.map((count, i) => [count, sum(FIRST_SUM + i)]));
  const rags = Object.fromEntries(COLOURS.map((colour, i) => [colour, sum(1 + i)]));
  return {
    asOf,
    projects: sum(0),
    rags: rags as PortfolioPoint["rags"],
    ...(counts as Record<(typeof COUNTS)[number], number>),
  };
}

/** The last row that begins by the day. The first begins before any day, so there is one. */
function rowOn(days: Int32Array, on: number): number {
  let [low, high] = [0, days.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= on) low = middle;
    else high = middle;
  }
  return low;
}
