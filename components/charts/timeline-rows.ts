import { escapeHtml } from "@/components/ui/plain-rows";
import { markStyle } from "@/components/ui/status-mark";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import styles from "./timeline.module.css";

export type TimelineRow = {
  id: string;
  label: string;
  /** Where the label leads. */
  href?: string;
  /** Behind the label, smaller: a slip, what nothing shows. A grave one stands out. */
  notes?: { text: string; grave?: boolean }[];
  status?: StatusKind;
  /** Where it was meant to start; without it the baseline is a day, drawn as a mark. */
  startsOn?: string | null;
  baselineOn: string;
  originalBaselineOn?: string | null;
  forecastOn?: string | null;
  actualOn?: string | null;
};

/** How rows are drawn: where a day stands, in percent, and what is said of a row to those who do not see it. */
export type TimelineDrawing = {
  at: (day: string) => string;
  asOf: string;
  wordsOf: (row: TimelineRow) => string;
};

/** The shapes of marks, by their ids; drawn once a page, in the head of its first timeline. */
export const shapes = { tick: "timeline-tick", gem: "timeline-gem" } as const;
const look = (name: string) => `class="${styles[name] ?? ""}"`;

/**
 * Rows as HTML. Eight hundred rows are ten thousand elements, which cost a third of a second to make, to send and to make
 * again in the browser; as one text they are sent. Everything that somebody wrote is escaped here. Places are
 * percentages, so that the picture fits any width without shrinking its words.
 */
export function drawTimelineRows(rows: TimelineRow[], drawing: TimelineDrawing): string {
  const today = drawing.at(drawing.asOf);
  const ground =
    `<line x2="100%" y1="27.5" y2="27.5" ${look("line")}/>` +
    `<line x1="${today}" x2="${today}" y2="28" ${look("asOf")}/>`;
  const [label, small, grave] = [look("label"), look("note"), look("grave")];
  return rows.map(drawRow).join("");

  function drawRow(row: TimelineRow): string {
    const name = escapeHtml(row.label);
    const link = row.href ? `<a href="${escapeHtml(row.href)}" data-row>${name}</a>` : name;
    const notes = (row.notes ?? [])
      .map(({ text, grave: isGrave }) =>
        isGrave
          ? ` <strong ${grave}>${escapeHtml(text)}</strong>`
          : ` <small ${small}>${escapeHtml(text)}</small>`,
      )
      .join("");
    const words = row.status
      ? `<span class="${markStyle}" data-kind="${row.status}"><span>${link}${notes}</span></span>`
      : `${link}${notes}`;
    const said = escapeHtml(drawing.wordsOf(row));
    const picture = `<svg width="100%" height="28" role="img" aria-label="${said}">${ground}${marksOf(row)}</svg>`;
    return `<li><span ${label}>${words}</span>${picture}</li>`;
  }

  function marksOf(row: TimelineRow): string {
    const { startsOn, baselineOn, originalBaselineOn, forecastOn, actualOn } = row;
    const baseline = drawing.at(baselineOn);
    const ended = actualOn || forecastOn;
    let marks = "";
    if (startsOn) marks += bar("bar", drawing.at(startsOn), baseline);
    if (ended && ended !== baselineOn) marks += bar("slip", baseline, drawing.at(ended));
    if (originalBaselineOn && originalBaselineOn !== baselineOn)
      marks += mark("original", shapes.tick, drawing.at(originalBaselineOn));
    marks += mark("baseline", shapes.tick, baseline);
    if (ended) marks += mark(actualOn ? "actual" : "forecast", shapes.gem, drawing.at(ended));
    return marks;
  }
}

function bar(kind: string, from: string, to: string): string {
  return `<line x1="${from}" x2="${to}" y1="14" y2="14" ${look(kind)}/>`;
}

function mark(kind: string, shape: string, place: string): string {
  return `<use href="#${shape}" x="${place}" y="14" ${look(kind)}/>`;
}
