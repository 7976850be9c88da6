import "server-only";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { listPlaces } from "@/lib/reports/facts-places";
import type { ReportOptions } from "@/lib/reports/facts-reach";
import { getHeadcount } from "@/lib/reports/headcount/facts";
import { listHeadcountTotals } from "@/lib/reports/headcount/facts-totals";
import { LEAST_PEOPLE, type PublishedHeadcount, publishHeadcount } from "@/lib/reports/headcount/publish";

/** The headcount of a day as the viewer may read it: whole for those who see the rows, else as published. */
export async function getPublishedHeadcount(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions = {},
): Promise<PublishedHeadcount> {
  const summary = await getHeadcount(viewer, on, options);
  if (can(viewer, "reports.rows")) return summary;
  const { scope, knownAt } = options;
  const [zone, places] = await Promise.all([
    scope ? getHeadcount(viewer, on, { knownAt }) : summary,
    listPlaces(viewer),
  ]);
  const parkOf = places.flatMap(({ id, buildings }) =>
    buildings.map((building) => [building.id, id] as const),
  );
  return publishHeadcount(summary, zone, new Map(parkOf), scope);
}

/**
 * The published totals of days. Of a part of the zone they are for those who see the rows alone: month by month, the
 * parts would give away what one day withholds.
 */
export async function listPublishedTotals(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<{ asOf: CivilDate; total: number | null }[]> {
  const totals = await listHeadcountTotals(viewer, dates, options);
  if (can(viewer, "reports.rows")) return totals;
  const part = options.scope !== undefined && options.scope.level !== "ZONE";
  return totals.map(({ asOf, total }) => ({ asOf, total: part || total < LEAST_PEOPLE ? null : total }));
}
