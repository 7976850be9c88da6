import { previewUnits } from "@/lib/domain/units/queries-many";
import {
  changeUnitAvailabilitySchema,
  changeUnitsSchema,
  mergeUnitsSchema,
  remeasureUnitSchema,
  splitUnitSchema,
} from "@/lib/domain/units/schema";
import {
  changeUnitAvailability,
  mergeUnits,
  remeasureUnit,
  splitUnit,
} from "@/lib/domain/units/service-changes";
import { changeUnits } from "@/lib/domain/units/service-many";
import { makeCustomField, makePark, makeUnit, system, unique } from "../factories";
import type { Attempts } from "./types";

/** A unit of 100 m², and the day on which it changes. */
async function changing() {
  const park = await makePark();
  const { id } = await makeUnit(park, { area: "100" });
  return { park, change: { id, version: 1, on: "2022-06-01" } };
}

export const unitChangeAttempts: Attempts = {
  changeUnits: {
    verb: "units.changeMany",
    prepare: async () => {
      const field = await makeCustomField({
        ...{ subject: "UNIT", type: "CHOICE", options: [{ labelEn: "District" }] },
      });
      const { id } = await makeUnit(await makePark());
      const input = changeUnitsSchema.parse({ ids: [id], custom: { [field.key]: "district" } });
      const { digest } = await previewUnits(system, input);
      return (viewer) => changeUnits(viewer, { ...input, digest });
    },
  },
  splitUnit: {
    verb: "units.split",
    prepare: async () => {
      const { change } = await changing();
      const parts = [unique("S"), unique("S")].map((code) => ({ code, area: "50" }));
      return (viewer) => splitUnit(viewer, splitUnitSchema.parse({ ...change, parts }));
    },
  },
  mergeUnits: {
    verb: "units.merge",
    prepare: async () => {
      const { park, change } = await changing();
      const other = await makeUnit(park);
      const input = mergeUnitsSchema.parse({ ...change, unitIds: [other.id], code: unique("M") });
      return (viewer) => mergeUnits(viewer, input);
    },
  },
  remeasureUnit: {
    verb: "units.remeasure",
    prepare: async () => {
      const { change } = await changing();
      const input = remeasureUnitSchema.parse({ ...change, area: "99", reason: "New survey" });
      return (viewer) => remeasureUnit(viewer, input);
    },
  },
  changeUnitAvailability: {
    verb: "units.changeAvailability",
    prepare: async () => {
      const { change } = await changing();
      const input = changeUnitAvailabilitySchema.parse({ ...change, availability: "SELF_USE" });
      return (viewer) => changeUnitAvailability(viewer, input);
    },
  },
};
