import { messageOf } from "../../platform/errors/app-error";
import type { CellReader } from "../cells";
import type { FirmBook } from "../firms/book";
import type { FirmChanges } from "../firms/changes";
import { readFirm } from "../firms/read";
import { groupBy } from "../group";
import { toPlaceKey } from "../names";
import type { BuildingFact, ParkFact, PlaceBook } from "../places";
import type { LeaseRecord, TenancyRow, UnitFact } from "./types";

const MAX_AREA = 9_999_999;
const MAX_PEOPLE = 1_000_000;

/** Units by building and code, with every version that a code has had. */
export class UnitBook {
  private readonly byCode: Map<string, UnitFact[]>;

  constructor(units: UnitFact[]) {
    this.byCode = groupBy(units, (unit) => `${unit.buildingId}/${toPlaceKey(unit.code)}`);
  }

  find(buildingId: string, code: string): UnitFact[] {
    return this.byCode.get(`${buildingId}/${toPlaceKey(code)}`) ?? [];
  }
}

export type Books = {
  places: PlaceBook;
  units: UnitBook;
  firms: FirmBook;
  firmChanges: FirmChanges;
  buildingsOf: (parkId: string) => BuildingFact[];
};

/** Reads a row and finds its firm, park and unit; null with problems at its cells. */
export function readTenancy(cell: CellReader, index: number, books: Books): TenancyRow | null {
  const firmRecord = readFirm(cell);
  const parkText = cell.text("park", 120);
  const buildingText = cell.text("building", 120);
  const unitCode = cell.code("unit", 40);
  const lease = readLease(cell);
  const headcount = readHeadcount(cell);
  const hasLease = unitCode !== null || Object.values(lease).some((value) => value !== null);
  let park: ParkFact | null = null;
  let units: UnitFact[] = [];
  let building: BuildingFact | null = null;
  if (hasLease || headcount || parkText) park = books.places.needPark(cell, parkText);
  if (hasLease) cell.need("unit", unitCode);
  if (hasLease && park && unitCode) {
    const found = findUnits(cell, books, park, buildingText, unitCode);
    units = found.units;
    building = found.building;
  }
  if (cell.failed) return null;
  const firm = books.firms.resolve(cell, firmRecord);
  if (!firm) return null;
  books.firmChanges.check(cell, firm, firmRecord);
  if (cell.failed) return null;
  return {
    index,
    n: cell.n,
    firm,
    firmRecord,
    parkId: park?.id ?? null,
    parkCode: park?.code ?? "",
    buildingCode: building?.code ?? "",
    lease: hasLease ? lease : null,
    units,
    headcount,
  };
}

/** The unit by its building; where no building is named, by its code alone if only one building has it. */
function findUnits(
  cell: CellReader,
  books: Books,
  park: ParkFact,
  buildingText: string | null,
  code: string,
) {
  const none = { units: [], building: null };
  if (buildingText) {
    const building = books.places.needBuilding(cell, park, buildingText);
    if (!building) return none;
    const units = books.units.find(building.id, code);
    if (units.length > 0) return { units, building };
    const values = { unit: code, building: building.code, park: park.code };
    cell.refuse("unit", "UNIT_UNKNOWN", messageOf("imports.errors.unitUnknown", values));
    return none;
  }
  const places = books
    .buildingsOf(park.id)
    .map((building) => ({ building, units: books.units.find(building.id, code) }))
    .filter(({ units }) => units.length > 0);
  const [only] = places;
  if (only && places.length === 1) return only;
  if (only)
    cell.refuse("building", "BUILDING_NEEDED", messageOf("imports.errors.buildingNeeded", { unit: code }));
  else {
    const values = { unit: code, park: park.code };
    cell.refuse("unit", "UNIT_UNKNOWN", messageOf("imports.errors.unitUnknownInPark", values));
  }
  return none;
}

function readLease(cell: CellReader): LeaseRecord {
  return {
    leaseNo: cell.code("lease_no", 60),
    renewalOf: cell.code("renewal_of", 60),
    area: cell.decimal("area", { dp: 2, min: 0.01, max: MAX_AREA }),
    signedOn: cell.date("signed_on"),
    startsOn: cell.date("starts_on"),
    endsOn: cell.date("ends_on"),
    movedInOn: cell.date("moved_in_on"),
    terminatedOn: cell.date("terminated_on"),
    movedOutOn: cell.date("moved_out_on"),
    holdover: cell.boolean("holdover"),
  };
}

function readHeadcount(cell: CellReader): TenancyRow["headcount"] {
  const total = cell.count("headcount", MAX_PEOPLE);
  const on = cell.date("headcount_on");
  if (total === null) return null;
  cell.need("headcount_on", on);
  return on ? { total, on } : null;
}
