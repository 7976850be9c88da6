import type { ParkPlace, Place } from "@/lib/reports/facts-places";
import type { PlaceRow } from "@/lib/reports/occupancy/columns";
import { emptyOccupancy } from "@/lib/reports/occupancy/compute";
import type { PublishedTree } from "@/lib/reports/occupancy/publish";

/** The zone, its parks and their buildings as rows; of a narrower scope, what lies within it. */
export function listPlaceRows(
  tree: PublishedTree,
  places: ParkPlace[],
  within: { park: Place | null; building: Place | null },
): PlaceRow[] {
  const none = emptyOccupancy();
  const zone = {
    level: "ZONE",
    park: null,
    code: null,
    nameZh: null,
    nameEn: null,
    figures: tree.total,
  } as const;
  const parks = places.filter(({ id }) => !within.park || within.park.id === id);
  const rows = parks.flatMap((park): PlaceRow[] => {
    const { code, nameZh, nameEn } = park;
    const buildings = park.buildings.filter(({ id }) => !within.building || within.building.id === id);
    const own: PlaceRow = {
      ...{ level: "PARK", park: code, code, nameZh, nameEn },
      figures: tree.byPark.get(park.id) ?? none,
    };
    const inside = buildings.map(
      (building): PlaceRow => ({
        ...{ level: "BUILDING", park: code, code: building.code },
        ...{ nameZh: building.nameZh, nameEn: building.nameEn },
        figures: tree.byBuilding.get(building.id) ?? none,
      }),
    );
    return within.building ? inside : [own, ...inside];
  });
  return within.park ? rows : [zone, ...rows];
}
