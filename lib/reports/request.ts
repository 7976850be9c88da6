import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, isCivilDate } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { findScope, type ParkPlace, type Place } from "@/lib/reports/facts-places";
import type { ReportOptions } from "@/lib/reports/facts-reach";
import { recallPlaces } from "@/lib/reports/recall";

/** What a report's address asks for. */
export interface ReportRequest {
  asOf: CivilDate;
  /** The day at whose end the figures are to be known, if not now. */
  knownOn: CivilDate | null;
  options: ReportOptions;
  places: ParkPlace[];
  park: ParkPlace | null;
  building: Place | null;
}

/**
 * Reads a report's address: `asOf`, `knownOn`, and codes of a `park` and a `building`. A day that is none is
 * today, as everywhere. @throws AppError NOT_FOUND for a place out of reach
 */
export async function readReport(viewer: Viewer, searchParams: SearchParams): Promise<ReportRequest> {
  const values = firstValues(searchParams);
  const knownOn = dayOf(values.knownOn);
  const knownAt = knownOn && endOfDay(knownOn);
  // Today's places, also for what was known before one of them was recorded: it had nothing then.
  const places = await recallPlaces(viewer);
  const found = findScope(places, values);
  return {
    asOf: dayOf(values.asOf) ?? todayInZone(),
    knownOn,
    options: { scope: found.scope, knownAt },
    places,
    park: found.park,
    building: found.building,
  };
}

function dayOf(text: string | undefined): CivilDate | null {
  return text && isCivilDate(text) && text >= "1900-01-01" && text <= "2200-12-31" ? text : null;
}

/** The last instant of a civil day in the zone. */
function endOfDay(day: CivilDate): Date {
  return new Date(`${day}T23:59:59.999+08:00`);
}
