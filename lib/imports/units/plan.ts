import type { CustomFieldDto, CustomKept } from "../../domain/custom-fields/dto";
import { type CivilDate, toCivil } from "../../platform/dates/civil";
import type { Availability, UnitUse } from "../../platform/db/generated/enums";
import { messageOf } from "../../platform/errors/app-error";
import type { CellReader } from "../cells";
import { toPlaceKey } from "../names";
import { planRows } from "../plan-rows";
import type { Mapping, Outcome, Plan, Table } from "../types";
import { availabilityWords, useWords } from "../words";
import { NewPlaces } from "./new-places";
import type { UnitFact, UnitFacts, UnitValues, UnitWrites } from "./types";

type Said = {
  area: string | null;
  use: UnitUse | null;
  availability: Availability | null;
  shared: boolean | null;
  validFrom: CivilDate | null;
  custom: CustomKept;
};

const MAX_AREA = 9_999_999;
/** A unit that was always there, as far as anybody knows. */
const ALWAYS = toCivil("1900-01-01");

/** What a file of units would do: each row is one unit of one building. */
export function planUnits(table: Table, mapping: Mapping, facts: UnitFacts): Plan<UnitWrites> {
  const places = new NewPlaces(facts, facts.mayCreateParks);
  const standing = indexUnits(facts.units);
  const seen = new Map<string, { row: number; values: string }>();
  const writes: Pick<UnitWrites, "creates" | "updates"> = { creates: [], updates: [] };

  const planned = planRows(table, mapping, planRow);
  return { ...planned, writes: { ...places.writes(), ...writes } };

  function planRow(cell: CellReader): Outcome {
    const names = {
      park: cell.text("park", 120),
      building: cell.text("building", 120),
      floor: cell.text("floor", 40),
    };
    const code = cell.code("unit", 40);
    const said = readUnit(cell, facts.own ?? []);
    for (const [field, value] of [...Object.entries(names), ["unit", code]] as const) cell.need(field, value);
    if (cell.failed || !names.park || !names.building || !names.floor || !code) return "ERROR";
    const park = places.park(names.park);
    if (!park) {
      cell.refuse("park", "PARK_UNKNOWN", messageOf("imports.errors.parkUnknown", { text: names.park }));
      return "ERROR";
    }
    const building = places.building(park, names.building);
    const floorKey = places.floor(building, names.floor);
    const key = `${building.key}/${toPlaceKey(code)}`;
    const values = JSON.stringify([floorKey, said]);
    const before = seen.get(key);
    if (before?.values === values) return "DUPLICATE";
    if (before) {
      cell.refuse("unit", "TWICE_IN_FILE", messageOf("imports.errors.unitTwice", { row: before.row }));
      return "ERROR";
    }
    seen.set(key, { row: cell.n, values });
    const unit = findVersion(standing.get(key) ?? [], said.validFrom);
    if (unit) return planUpdate(cell, unit, said, floorKey);
    cell.need("lettable_area", said.area);
    const from = said.validFrom ?? park.park?.openedOn ?? ALWAYS;
    const clash = (standing.get(key) ?? []).find((other) => other.validTo === null || from < other.validTo);
    if (clash) {
      const values = { from: clash.validFrom, to: clash.validTo ?? "" };
      cell.refuse("valid_from", "UNIT_THEN_ANOTHER", messageOf("imports.errors.unitThenAnother", values));
    }
    if (cell.failed || said.area === null) return "ERROR";
    places.use(park.key, building.key, floorKey);
    writes.creates.push({
      code,
      area: said.area,
      use: said.use ?? "OFFICE",
      availability: said.availability ?? "LETTABLE",
      shared: said.shared ?? false,
      validFrom: from,
      custom: said.custom,
      buildingKey: building.key,
      floorKey,
    });
    return "NEW";
  }

  function planUpdate(cell: CellReader, unit: UnitFact, said: Said, floorKey: string): Outcome {
    const next: UnitValues = {
      code: unit.code,
      area: said.area ?? unit.area,
      use: said.use ?? unit.use,
      availability: said.availability ?? unit.availability,
      shared: said.shared ?? unit.shared,
      validFrom: said.validFrom ?? unit.validFrom,
      custom: said.custom,
    };
    const same =
      floorKey === unit.floorId &&
      Number(next.area) === Number(unit.area) &&
      (["use", "availability", "shared", "validFrom"] as const).every((name) => next[name] === unit[name]) &&
      Object.entries(said.custom).every(([id, value]) => unit.custom[id] === value);
    if (same) return "UNCHANGED";
    checkLet(cell, unit, next);
    if (cell.failed) return "ERROR";
    places.use(floorKey);
    writes.updates.push({ ...next, id: unit.id, version: unit.version, floorKey, seats: unit.seats });
    return "UPDATE";
  }
}

/** What is let of a unit keeps its ground: refused before the database has to. */
function checkLet(cell: CellReader, unit: UnitFact, next: UnitValues): void {
  if (unit.letFrom === null) return;
  if (next.validFrom > unit.letFrom) {
    const values = { day: unit.letFrom };
    cell.refuse("valid_from", "LET_BEFORE", messageOf("imports.errors.letBefore", values));
  }
  if (next.shared !== unit.shared) cell.refuse("shared", "SHARED_LET", "imports.errors.sharedLet");
  else if (next.shared && Number(next.area) < Number(unit.letArea)) {
    const values = { area: unit.letArea };
    cell.refuse("lettable_area", "BELOW_LET", messageOf("imports.errors.belowLet", values));
  }
}

function readUnit(cell: CellReader, own: CustomFieldDto[]): Said {
  return {
    area: cell.decimal("lettable_area", { dp: 2, min: 0.01, max: MAX_AREA }),
    // Each vocabulary holds the values of its own list alone.
    use: cell.choice("use", useWords) as UnitUse | null,
    availability: cell.choice("availability", availabilityWords) as Availability | null,
    shared: cell.boolean("shared"),
    validFrom: cell.date("valid_from"),
    custom: cell.custom(own),
  };
}

function indexUnits(units: UnitFact[]): Map<string, UnitFact[]> {
  const index = new Map<string, UnitFact[]>();
  for (const unit of units) {
    const key = `${unit.buildingId}/${toPlaceKey(unit.code)}`;
    const versions = index.get(key);
    if (versions) versions.push(unit);
    else index.set(key, [unit]);
  }
  return index;
}

/** The unit that a row speaks of: the one that still exists, unless the row names the day of an earlier one. */
function findVersion(versions: UnitFact[], validFrom: string | null): UnitFact | undefined {
  const named = versions.find((unit) => unit.validFrom === validFrom);
  return named ?? versions.find((unit) => unit.validTo === null);
}
