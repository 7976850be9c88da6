import type { CivilDate } from "../platform/dates/civil";
import { messageOf } from "../platform/errors/app-error";
import type { CellReader } from "./cells";
import { groupBy } from "./group";
import { toPlaceKey } from "./names";

export type FloorFact = { id: string; label: string; position: string };
export type BuildingFact = {
  id: string;
  parkId: string;
  code: string;
  nameZh: string | null;
  nameEn: string | null;
  floors: FloorFact[];
};
export type ParkFact = {
  id: string;
  code: string;
  nameZh: string | null;
  nameEn: string | null;
  openedOn: CivilDate | null;
};
export type PlaceFacts = { parks: ParkFact[]; buildings: BuildingFact[] };

type Named = { code: string; nameZh: string | null; nameEn: string | null };

/** The parks and buildings within reach, found by code or by either name. What is out of reach is not there. */
export class PlaceBook {
  private readonly parks: Map<string, ParkFact>;
  private readonly buildings = new Map<string, Map<string, BuildingFact>>();

  constructor(facts: PlaceFacts) {
    this.parks = byName(facts.parks);
    const grouped = groupBy(facts.buildings, (building) => building.parkId);
    for (const [parkId, list] of grouped) this.buildings.set(parkId, byName(list));
  }

  park(text: string): ParkFact | undefined {
    return this.parks.get(toPlaceKey(text));
  }

  building(parkId: string, text: string): BuildingFact | undefined {
    const known = this.buildings.get(parkId);
    const key = toPlaceKey(text);
    return known?.get(key) ?? known?.get(key.replace(/(栋|座|号楼|幢|楼)$/, ""));
  }

  /** The park that a row names, refused in the same words whether it is missing or somebody else's. */
  needPark(reader: CellReader, text: string | null): ParkFact | null {
    reader.need("park", text);
    if (text === null) return null;
    return (
      this.park(text) ??
      reader.refuse("park", "PARK_UNKNOWN", messageOf("imports.errors.parkUnknown", { text }))
    );
  }

  needBuilding(reader: CellReader, park: ParkFact, text: string): BuildingFact | null {
    const message = () => messageOf("imports.errors.buildingUnknown", { text, park: park.code });
    return this.building(park.id, text) ?? reader.refuse("building", "BUILDING_UNKNOWN", message());
  }
}

/** Codes win over names, and the first of two equal names over the second. */
function byName<Place extends Named>(places: Place[]): Map<string, Place> {
  const map = new Map<string, Place>();
  for (const place of places) map.set(toPlaceKey(place.code), place);
  for (const place of places) {
    for (const name of [place.nameZh, place.nameEn]) {
      const key = toPlaceKey(name ?? "");
      if (key && !map.has(key)) map.set(key, place);
    }
  }
  return map;
}
