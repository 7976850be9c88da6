import { toNames, toPlaceKey } from "../names";
import type { BuildingFact, ParkFact, PlaceFacts } from "../places";
import { PlaceBook } from "../places";
import { placeFloor, toFloorLabel } from "./floors";
import type { NewBuilding, NewFloor, NewPark } from "./types";

export type ParkRef = { key: string; park: ParkFact | null };
export type BuildingRef = { key: string; building: BuildingFact | null };

/**
 * Parks, buildings and floors by name; those that are missing are made up as rows ask for them, and written only if
 * a row that needs them is written. The key of one that is there is its id.
 */
export class NewPlaces {
  private readonly book: PlaceBook;
  private readonly parks = new Map<string, NewPark>();
  private readonly buildings = new Map<string, NewBuilding>();
  private readonly floors = new Map<string, NewFloor>();
  private readonly labels = new Map<string, Map<string, string>>();
  private readonly positions = new Map<string, Set<number>>();
  private readonly used = new Set<string>();

  constructor(
    facts: PlaceFacts,
    private readonly mayCreateParks: boolean,
  ) {
    this.book = new PlaceBook(facts);
  }

  /** Null where the park is missing and may not be created. */
  park(text: string): ParkRef | null {
    const park = this.book.park(text);
    if (park) return { key: park.id, park };
    if (!this.mayCreateParks) return null;
    const key = `park:${toPlaceKey(text)}`;
    if (!this.parks.has(key)) this.parks.set(key, { key, code: toCode(text), ...toNames(text) });
    return { key, park: null };
  }

  building({ key: parkKey, park }: ParkRef, text: string): BuildingRef {
    const building = park ? this.book.building(park.id, text) : undefined;
    if (building) return { key: building.id, building };
    const key = `building:${parkKey}:${toPlaceKey(text)}`;
    if (!this.buildings.has(key)) {
      this.buildings.set(key, { key, parkKey, code: toCode(text), ...toNames(text) });
    }
    return { key, building: null };
  }

  /** The floor's key: its id, or what stands for it until it is written. */
  floor({ key: buildingKey, building }: BuildingRef, text: string): string {
    const label = toFloorLabel(text).slice(0, 20);
    const labels = this.labelsOf(buildingKey, building);
    const known = labels.get(label);
    if (known) return known;
    const key = `floor:${buildingKey}:${label}`;
    const taken = this.positions.get(buildingKey) ?? new Set();
    this.positions.set(buildingKey, taken);
    labels.set(label, key);
    this.floors.set(key, { key, buildingKey, label, position: placeFloor(label, taken) });
    return key;
  }

  /** A row that needs these will be written. */
  use(...keys: string[]): void {
    for (const key of keys) this.used.add(key);
  }

  writes(): { parks: NewPark[]; buildings: NewBuilding[]; floors: NewFloor[] } {
    const wanted = <Place extends { key: string }>(places: Map<string, Place>) =>
      [...places.values()].filter(({ key }) => this.used.has(key));
    return { parks: wanted(this.parks), buildings: wanted(this.buildings), floors: wanted(this.floors) };
  }

  private labelsOf(buildingKey: string, building: BuildingFact | null): Map<string, string> {
    let labels = this.labels.get(buildingKey);
    if (!labels) {
      const floors = building?.floors ?? [];
      labels = new Map(floors.map((floor) => [toFloorLabel(floor.label), floor.id]));
      this.labels.set(buildingKey, labels);
      this.positions.set(buildingKey, new Set(floors.map((floor) => Number(floor.position))));
    }
    return labels;
  }
}

function toCode(text: string): string {
  return text.normalize("NFKC").trim().slice(0, 40);
}
