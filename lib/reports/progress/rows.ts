import { formatsFor } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { titleOf } from "@/lib/platform/i18n/names";
import type { MilestoneRow, ProjectRow } from "@/lib/reports/progress/columns";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import { GRAVEST } from "@/lib/reports/progress/portfolio";
import type { Rag, RagReason } from "@/lib/reports/progress/types";

/** A translator that puts numbers and names into a sentence. */
export type SayWith = (key: string, values: Record<string, string | number>) => string;

/** Projects with their reasons in words, the gravest first, then by code. */
export function listProjectRows(
  projects: ProjectReport[],
  locale: Locale,
  say: SayWith,
  rag?: Rag,
): ProjectRow[] {
  return projects
    .filter(({ progress }) => !rag || progress.rag === rag)
    .sort((a, b) => GRAVEST[a.progress.rag] - GRAVEST[b.progress.rag] || (a.code < b.code ? -1 : 1))
    .map((project) => toProjectRow(project, locale, say));
}

/** One project with its reasons in words. */
export function toProjectRow(project: ProjectReport, locale: Locale, say: SayWith): ProjectRow {
  return { project, reasons: toReasons(project, locale, say).join("; ") };
}

/** Why the project has its colour, the gravest reason first. */
function toReasons({ progress, milestones }: ProjectReport, locale: Locale, say: SayWith): string[] {
  const titles = new Map(milestones.map((milestone) => [milestone.id, titleOf(locale, milestone)]));
  const milestoneOf = ({ milestoneId }: RagReason) => (milestoneId && titles.get(milestoneId)) || "";
  return progress.ragReasons.map((reason) =>
    say(`metrics.reasons.${reason.code}`, {
      ...toReasonValues(reason, locale),
      milestone: milestoneOf(reason),
    }),
  );
}

/** What a reason's sentence asks for: points rounded as everywhere, days whole. */
export function toReasonValues({ params }: RagReason, locale: Locale): Record<string, string | number> {
  const { points, threshold, ...days } = params;
  if (points === undefined) return days;
  const formats = formatsFor(locale);
  return { points: formats.points(points), threshold: formats.points(threshold) };
}

/** The milestones that are overdue, or due within 90 days, of all projects; the earliest first. */
export function listMilestoneRows(projects: ProjectReport[], which: "overdue" | "upcoming"): MilestoneRow[] {
  return projects
    .flatMap((project) =>
      project.milestones.filter((milestone) => milestone[which]).map((milestone) => ({ project, milestone })),
    )
    .sort((a, b) => (a.milestone.baseline < b.milestone.baseline ? -1 : 1));
}

/** A project as one bar: its first and last baseline, and when it was or will be finished. */
export function toSpan({ progress, milestones }: ProjectReport) {
  const counted = milestones.filter(({ rag }) => rag !== "CANCELLED");
  const baselines = counted.map(({ baseline }) => baseline).sort();
  const originals = counted.map(({ originalBaseline }) => originalBaseline).sort();
  const [startsOn, baselineOn] = [baselines[0], baselines.at(-1)];
  if (!startsOn || !baselineOn) return null;
  const finished = counted.every(({ done }) => done);
  return {
    startsOn: startsOn === baselineOn ? null : startsOn,
    baselineOn,
    originalBaselineOn: originals.at(-1) ?? null,
    forecastOn: finished ? null : progress.finishOn,
    actualOn: finished ? progress.finishOn : null,
  };
}
