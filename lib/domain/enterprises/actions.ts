"use server";
import { defineAction, defineLookup, defineSearch } from "@/lib/platform/action/define";
import { nameOf } from "@/lib/platform/i18n/names";
import { listEnterpriseOptions } from "./queries";
import { listTwins } from "./queries-twins";
import {
  closeEnterpriseSchema,
  createEnterpriseSchema,
  mergeEnterprisesSchema,
  tellEnterprisesApartSchema,
  twinSchema,
  updateEnterpriseSchema,
} from "./schema";
import { closeEnterprise, createEnterprise, updateEnterprise } from "./service";
import { tellEnterprisesApart } from "./service-duplicates";
import { mergeEnterprises } from "./service-merge";

export const createEnterpriseAction = defineAction(createEnterpriseSchema, createEnterprise);
export const updateEnterpriseAction = defineAction(updateEnterpriseSchema, updateEnterprise);
export const closeEnterpriseAction = defineAction(closeEnterpriseSchema, closeEnterprise);
export const mergeEnterprisesAction = defineAction(mergeEnterprisesSchema, mergeEnterprises);
export const tellEnterprisesApartAction = defineAction(tellEnterprisesApartSchema, tellEnterprisesApart);

/** Type-ahead: the firms within reach that match, named in the reader's language. */
export const searchEnterprisesAction = defineSearch(async (viewer, query) =>
  (await listEnterpriseOptions(viewer, query)).map((firm) => ({
    value: firm.id,
    label: nameOf(viewer.locale, firm),
    hint: firm.identifiers[0]?.value,
  })),
);

/** The firms on record that a firm being typed may be. */
export const findTwinsAction = defineLookup(twinSchema, listTwins);
