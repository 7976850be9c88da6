import { type CivilDate, toDayNumber } from "@/lib/platform/dates/civil";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { toWorld, type Unit } from "@/lib/reports/occupancy/world";
import { computeSpans } from "@/lib/reports/stacking/compute";
import type { StackFacts, StackSpan } from "@/lib/reports/stacking/types";
import { availabilities, kinds, marks, type WirePlan, type WireSpan } from "./wire";

/** "9" comes before "10", and "5A" after "5". */
const byCode = new Intl.Collator("en", { numeric: true });

/** The building's units in visual order: floors from the top, codes along each. */
export function listStackedUnits(facts: StackFacts): { unit: Unit; floorId: string; code: string }[] {
  const turn = new Map(facts.floors.map(({ id }, i) => [id, i]));
  return toWorld({ ...facts.occupancy, presences: [] })
    .units.map((unit) => ({ unit, ...(facts.places.get(unit.fact.id) ?? { code: "", floorId: "" }) }))
    .sort(
      (a, b) =>
        (turn.get(a.floorId) ?? 0) - (turn.get(b.floorId) ?? 0) ||
        byCode.compare(a.code, b.code) ||
        (a.unit.fact.validFrom < b.unit.fact.validFrom ? -1 : 1),
    );
}

/** The plan for the browser, with every state worked out here by the reports' own rules. */
export function toWirePlan(
  facts: StackFacts,
  units: ReturnType<typeof listStackedUnits>,
  locale: Locale,
): WirePlan {
  const floors = new Map(facts.floors.map(({ id }, i) => [id, i]));
  const leaseIds = [...facts.leases.keys()];
  const leases = new Map(leaseIds.map((id, i) => [id, i]));
  const turns = new Set<number>();

  const rows = units.map(({ unit, floorId, code }): WirePlan["units"][number] => {
    const spans = computeSpans(unit).map(toWireSpan);
    for (const [day] of spans) turns.add(day);
    return [unit.fact.id, code, floors.get(floorId) ?? 0, unit.hundredths, spans];
  });
  return {
    floors: facts.floors.map(({ label }) => label),
    leases: leaseIds.map((id) => {
      const lease = facts.leases.get(id);
      return [id, lease?.leaseNo ?? "", lease ? nameOf(locale, lease) : ""];
    }),
    units: rows,
    turns: [...turns].sort((a, b) => a - b),
  };

  function toWireSpan({ from, state }: StackSpan): WireSpan {
    const day = toDayNumber(from);
    if (!state) return [day, -1, 0, 0, []];
    const { kind, occupied, mark, availability, tenants } = state;
    const detail = kind === "selfUse" ? availabilities.indexOf(availability) : marks.indexOf(mark);
    const told = tenants.map(({ leaseId, area, endsOn }): WireSpan[4][number] => [
      leases.get(leaseId) ?? 0,
      area,
      toDayNumber(endsOn as CivilDate),
    ]);
    return [day, kinds.indexOf(kind), occupied, detail, told];
  }
}
