"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { todayInZone } from "@/lib/platform/dates/today";
import { nameOf } from "@/lib/platform/i18n/names";
import { listUnitOptions } from "./queries";
import {
  changeUnitAvailabilitySchema,
  closeUnitSchema,
  createUnitSchema,
  mergeUnitsSchema,
  remeasureUnitSchema,
  splitUnitSchema,
  updateUnitSchema,
} from "./schema";
import { closeUnit, createUnit, updateUnit } from "./service";
import { changeUnitAvailability, mergeUnits, remeasureUnit, splitUnit } from "./service-changes";

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
