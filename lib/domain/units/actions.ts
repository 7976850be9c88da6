"use server";
import { defineAction, defineLookup, defineSearch } from "@/lib/platform/action/define";
import { wordsFor } from "@/lib/platform/api/words";
import { todayInZone } from "@/lib/platform/dates/today";
import { nameOf } from "@/lib/platform/i18n/names";
import { listFreeUnits } from "./queries-free";
import { listUnitOptions } from "./queries-list";
import { previewUnits } from "./queries-many";
import {
  changeUnitAvailabilitySchema,
  changeUnitsSchema,
  closeUnitSchema,
  createUnitSchema,
  freeUnitSchema,
  mergeUnitsSchema,
  remeasureUnitSchema,
  splitUnitSchema,
  updateUnitSchema,
} from "./schema";
import { closeUnit, createUnit, updateUnit } from "./service";
import { changeUnitAvailability, mergeUnits, remeasureUnit, splitUnit } from "./service-changes";
import { changeUnits } from "./service-many";

export const createUnitAction = defineAction(createUnitSchema, createUnit);
export const updateUnitAction = defineAction(updateUnitSchema, updateUnit);
export const closeUnitAction = defineAction(closeUnitSchema, closeUnit);
export const splitUnitAction = defineAction(splitUnitSchema, splitUnit);
export const mergeUnitsAction = defineAction(mergeUnitsSchema, mergeUnits);
export const remeasureUnitAction = defineAction(remeasureUnitSchema, remeasureUnit);
export const changeUnitAvailabilityAction = defineAction(
  changeUnitAvailabilitySchema,
  changeUnitAvailability,
);

export const changeUnitsAction = defineAction(changeUnitsSchema, changeUnits);
/** What it would do, asked while the form is filled in. */
export const previewUnitsAction = defineAction(changeUnitsSchema, previewUnits);

/** Type-ahead: lettable units within reach by code or building, with who is in them today. */
export const searchUnitsAction = defineSearch(async (viewer, query) =>
  (await listUnitOptions(viewer, query, todayInZone())).map((unit) => ({
    value: unit.id,
    label: `${unit.building.code} ${unit.code}`,
    hint: [
      unit.park.code,
      `${unit.area} m²`,
      ...unit.tenants.map((tenant) => `${nameOf(viewer.locale, tenant)} → ${tenant.to ?? "…"}`),
    ].join(" · "),
  })),
);

/** Type-ahead: the units that are free on the days of a letting, each with where it is and what is left of it. */
export const searchFreeUnitsAction = defineLookup(freeUnitSchema, async (viewer, params) => {
  const [t, units] = await Promise.all([wordsFor(viewer.locale), listFreeUnits(viewer, params)]);
  return units.map((unit) => ({
    value: unit.id,
    label: `${unit.building} ${unit.code}`,
    area: unit.free,
    hint: [
      nameOf(viewer.locale, { nameZh: unit.parkZh, nameEn: unit.parkEn }),
      nameOf(viewer.locale, { nameZh: unit.buildingZh, nameEn: unit.buildingEn }),
      t("units.onFloor", { floor: unit.floor }),
      unit.shared ? t("units.areaLeft", { free: unit.free, area: unit.area }) : `${unit.area} m²`,
    ].join(" · "),
  }));
});
