import { firstValues, type SearchParams } from "../paging/list-params";
import { type CivilDate, isCivilDate } from "./civil";
import { todayInZone } from "./today";

/** The day that a page speaks of: `?asOf=`, else today in the zone. A bad one is harmless. */
export function asOfFrom(params: SearchParams): CivilDate {
  const { asOf } = firstValues(params);
  return asOf && isCivilDate(asOf) && asOf >= "1900-01-01" && asOf <= "2100-12-31" ? asOf : todayInZone();
}
