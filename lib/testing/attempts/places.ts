import {
  closeBuildingSchema,
  createBuildingSchema,
  updateBuildingSchema,
} from "@/lib/domain/buildings/schema";
import { closeBuilding, createBuilding, updateBuilding } from "@/lib/domain/buildings/service";
import { closeParkSchema, createParkSchema, updateParkSchema } from "@/lib/domain/parks/schema";
import { closePark, createPark, updatePark } from "@/lib/domain/parks/service";
import { closeUnitSchema, createUnitSchema, updateUnitSchema } from "@/lib/domain/units/schema";
import { closeUnit, createUnit, createUnits, updateUnit } from "@/lib/domain/units/service";
import { createManyUnits, updateUnits } from "@/lib/domain/units/service-bulk";
import { makePark, makeUnit, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const ended = { version, closedOn: "2022-12-31" };
const floors = [{ label: "1", position: "1" }];
const named = () => ({ code: unique("C"), nameEn: unique("Named ") });

async function newUnit() {
  const { buildingId, floorId } = await makePark();
  return createUnitSchema.parse({ buildingId, floorId, code: "101", area: "50", validFrom: "2020-01-01" });
}

async function changedUnit() {
  const park = await makePark();
  const { id, code } = await makeUnit(park);
  const fields = { floorId: park.floorId, code, area: "50", validFrom: "2015-01-01" };
  return updateUnitSchema.parse({ id, version, ...fields, reason: "Measured anew" });
}

/** The services of parks, buildings and units. */
export const placeAttempts: Attempts = {
  createPark: {
    verb: "parks.create",
    prepare: async () => (viewer) => createPark(viewer, createParkSchema.parse(named())),
  },
  updatePark: {
    verb: "parks.update",
    prepare: async () => {
      const { id } = await makePark();
      return (viewer) => updatePark(viewer, updateParkSchema.parse({ id, version, ...named() }));
    },
  },
  closePark: {
    verb: "parks.close",
    prepare: async () => {
      const { id } = await makePark();
      return (viewer) => closePark(viewer, closeParkSchema.parse({ id, ...ended }));
    },
  },
  createBuilding: {
    verb: "buildings.create",
    prepare: async () => {
      const { id: parkId } = await makePark();
      return (viewer) => createBuilding(viewer, createBuildingSchema.parse({ parkId, floors, ...named() }));
    },
  },
  updateBuilding: {
    verb: "buildings.update",
    prepare: async () => {
      const { buildingId: id } = await makePark();
      const input = updateBuildingSchema.parse({ id, version, floors, ...named() });
      return (viewer) => updateBuilding(viewer, input);
    },
  },
  closeBuilding: {
    verb: "buildings.close",
    prepare: async () => {
      const { buildingId: id } = await makePark();
      return (viewer) => closeBuilding(viewer, closeBuildingSchema.parse({ id, ...ended }));
    },
  },
  createUnit: {
    verb: "units.create",
    prepare: async () => {
      const input = await newUnit();
      return (viewer) => createUnit(viewer, input);
    },
  },
  createUnits: {
    verb: "units.create",
    prepare: async () => {
      const input = await newUnit();
      return (viewer) => createUnits(viewer, [input]);
    },
  },
  createManyUnits: {
    verb: "units.create",
    prepare: async () => {
      const input = await newUnit();
      return (viewer) => createManyUnits(viewer, [input]);
    },
  },
  updateUnit: {
    verb: "units.update",
    prepare: async () => {
      const input = await changedUnit();
      return (viewer) => updateUnit(viewer, input);
    },
  },
  updateUnits: {
    verb: "units.update",
    prepare: async () => {
      const input = await changedUnit();
      return (viewer) => updateUnits(viewer, [input]);
    },
  },
  closeUnit: {
    verb: "units.close",
    prepare: async () => {
      const { id } = await makeUnit(await makePark());
      const input = closeUnitSchema.parse({ id, version, validTo: "2022-12-31", reason: "Rebuilt" });
      return (viewer) => closeUnit(viewer, input);
    },
  },
};
