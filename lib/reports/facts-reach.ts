import "server-only";
import { assertCan } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";
import { forbidden } from "@/lib/platform/errors/app-error";
import type { KnownAt } from "@/lib/reports/facts-clock";
import type { Scope } from "@/lib/reports/occupancy/types";

/** What a report is asked for, beside its day: the part of the zone, and the instant of knowing. */
export interface ReportOptions {
  scope?: Scope;
  knownAt?: KnownAt;
}

/**
 * May they read reports? A firm's own user may not: its sums would be the others'.
 * @throws AppError FORBIDDEN
 */
export function assertReports(viewer: Viewer): void {
  assertCan(viewer, "reports.read");
  if (viewer.enterpriseIds !== null) throw forbidden();
}

/** May they see the rows behind the figures, which name firms? @throws AppError FORBIDDEN */
export function assertReportRows(viewer: Viewer): void {
  assertReports(viewer);
  assertCan(viewer, "reports.rows");
}

/** A condition on the column that names the row's park: the viewer's reach. */
export function inReach(viewer: Viewer, parkColumn: string): Prisma.Sql {
  if (viewer.parkIds === null) return Prisma.sql`TRUE`;
  return Prisma.sql`${Prisma.raw(parkColumn)} = ANY (${[...viewer.parkIds]}::uuid[])`;
}

/** A condition on a unit's park and building: the reach and the scope. */
export function inScope(viewer: Viewer, scope: Scope | undefined, table: string): Prisma.Sql {
  const reach = inReach(viewer, `${table}.park_id`);
  if (!scope || scope.level === "ZONE") return reach;
  if (scope.level === "PARK") {
    return Prisma.sql`${reach} AND ${Prisma.raw(table)}.park_id = ${scope.parkId}::uuid`;
  }
  return Prisma.sql`${reach} AND ${Prisma.raw(table)}.building_id = ${scope.buildingId}::uuid`;
}

/** The same on a row that names a park alone; `ofBuilding` decides what a building has of it. */
export function inParkScope(
  viewer: Viewer,
  scope: Scope | undefined,
  table: string,
  ofBuilding = false,
): Prisma.Sql {
  const reach = inReach(viewer, `${table}.park_id`);
  if (!scope || scope.level === "ZONE") return reach;
  if (scope.level === "PARK") {
    return Prisma.sql`${reach} AND ${Prisma.raw(table)}.park_id = ${scope.parkId}::uuid`;
  }
  return ofBuilding ? reach : Prisma.sql`FALSE`;
}

/** What `inParkScope` says in SQL of a row, of a park that is known already. */
export function isInParkScope(viewer: Viewer, scope: Scope | undefined, parkId: string | null): boolean {
  const reached = viewer.parkIds === null || (parkId !== null && viewer.parkIds.includes(parkId));
  if (!scope || scope.level === "ZONE") return reached;
  return scope.level === "PARK" && reached && parkId === scope.parkId;
}
