import type { CustomFieldDto, CustomKept } from "../../domain/custom-fields/dto";
import type { CivilDate } from "../../platform/dates/civil";
import type { Availability, UnitUse } from "../../platform/db/generated/enums";
import type { PlaceFacts } from "../places";

export type UnitFact = {
  id: string;
  version: number;
  buildingId: string;
  floorId: string;
  code: string;
  area: string;
  use: UnitUse;
  availability: Availability;
  shared: boolean;
  seats: number | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  /** The first day on which it is let, and the most that is let of it on one day. */
  letFrom: string | null;
  letArea: string;
  custom: CustomKept;
};

export type UnitFacts = PlaceFacts & {
  units: UnitFact[];
  /** An officer limited to parks cannot open another. */
  mayCreateParks: boolean;
  own?: CustomFieldDto[];
};

export type UnitValues = {
  code: string;
  area: string;
  use: UnitUse;
  availability: Availability;
  shared: boolean;
  validFrom: CivilDate;
  /** What the file says in custom fields. */
  custom: CustomKept;
};

/** Places that the file brings are known by their keys until they are written. */
export type NewPark = { key: string; code: string; nameZh: string | null; nameEn: string | null };
export type NewBuilding = NewPark & { parkKey: string };
export type NewFloor = { key: string; buildingKey: string; label: string; position: number };

export type UnitWrites = {
  parks: NewPark[];
  buildings: NewBuilding[];
  floors: NewFloor[];
  creates: (UnitValues & { buildingKey: string; floorKey: string })[];
  updates: (UnitValues & { id: string; version: number; floorKey: string; seats: number | null })[];
};
