import "server-only";
import type { ComboOption } from "@/components/ui/form/combo-field";
import type { SelectOption } from "@/components/ui/form/select-field";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { getNextLeaseNo } from "@/lib/domain/leases/queries-numbers";
import { computeUsualEnd } from "@/lib/domain/leases/rules";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { getUnit } from "@/lib/domain/units/queries";
import { listFreeUnits } from "@/lib/domain/units/queries-free";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { isCivilDate, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import type { TenancyValues } from "./log-blank";
import { blankTenancy } from "./log-blank";

export type PreparedTenancy = {
  values: TenancyValues;
  names: Record<string, ComboOption>;
  parks: SelectOption[];
  countries: SelectOption[];
  /** The number that the next lease of the first day's year will get. */
  nextNo: string;
};

/** The empty form with what is usually right: from today, for three years, in the park looked at. */
export async function prepareTenancy(viewer: Viewer, from: Record<string, string>): Promise<PreparedTenancy> {
  const startsOn = from.start && isCivilDate(from.start) ? toCivil(from.start) : todayInZone();
  const endsOn = computeUsualEnd(startsOn);
  const [parks, nextNo, firm, unit] = await Promise.all([
    listParkOptions(viewer),
    getNextLeaseNo(viewer, startsOn),
    from.enterprise ? getEnterprise(viewer, from.enterprise) : null,
    from.unit ? getUnit(viewer, from.unit) : null,
  ]);
  const only = parks.length === 1 ? parks[0] : undefined;
  const parkId = unit?.parkId ?? parks.find(({ code }) => code === from.park)?.id ?? only?.id ?? "";
  const names: Record<string, ComboOption> = {};
  if (firm) names[firm.id] = { value: firm.id, label: nameOf(viewer.locale, firm) };
  let area = "";
  if (unit) {
    names[unit.id] = { value: unit.id, label: `${unit.building.code} ${unit.code}` };
    const free = await listFreeUnits(viewer, { query: unit.code, parkId, startsOn, endsOn });
    area = free.find(({ id }) => id === unit.id)?.free ?? "";
  }
  const terms = { parkId, startsOn, endsOn };
  return {
    values: {
      ...blankTenancy(terms),
      enterpriseId: firm?.id ?? "",
      lines: [{ unitId: unit?.id ?? "", area }],
    },
    names,
    parks: parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) })),
    countries: commonCountries.map((code) => ({
      value: code,
      label: countryName(viewer.locale, code) ?? code,
    })),
    nextNo,
  };
}
