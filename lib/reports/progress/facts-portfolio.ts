import "server-only";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { assertReports, inParkScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { rankCourses, toPortfolioPoint } from "@/lib/reports/progress/course";
import { fetchCourseSums, fetchCourses } from "@/lib/reports/progress/facts-courses";
import { fetchNumbers } from "@/lib/reports/progress/facts-numbers";
import {
  computePortfolioPoint,
  type PortfolioPoint,
  rankProjects,
  type Standing,
} from "@/lib/reports/progress/portfolio";

/** Counts over the scope's projects on each of the days: for every reader, since they name none; of the whole zone alone
 * for those who may not see rows. */
export async function getPortfolioSeries(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<PortfolioPoint[]> {
  assertReports(viewer);
  // In a part of the zone there may be one firm's project alone.
  const scope = can(viewer, "reports.rows") ? options.scope : undefined;
  if (options.knownAt) {
    const projects = await fetchNumbers(options.knownAt, inParkScope(viewer, scope, "p"));
    return dates.map((asOf) => computePortfolioPoint(projects, asOf));
  }
  const sums = await fetchCourseSums(viewer, scope);
  return dates.map((asOf) => toPortfolioPoint(sums, asOf));
}

/** The scope's projects with where they stand on a day, the gravest first; of equals, by code. */
export async function listStandingProjects(
  viewer: Viewer,
  on: CivilDate,
  { scope, knownAt }: ReportOptions,
): Promise<Standing[]> {
  assertReports(viewer);
  if (knownAt) return rankProjects(await fetchNumbers(knownAt, inParkScope(viewer, scope, "p")), on);
  return rankCourses(await fetchCourses(viewer, scope), on);
}
