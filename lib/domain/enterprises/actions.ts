"use server";
import { defineAction, defineLookup, defineSearch } from "@/lib/platform/action/define";
import { nameOf } from "@/lib/platform/i18n/names";
import { listEnterpriseOptions } from "./queries";
import { previewEnterprises } from "./queries-many";
import { listTwins } from "./queries-twins";
import {
  changeEnterprisesSchema,
  closeEnterpriseSchema,
  createEnterpriseSchema,
  mergeEnterprisesSchema,
  tellEnterprisesApartSchema,
  twinSchema,
  updateEnterpriseSchema,
} from "./schema";
import { closeEnterprise, createEnterprise, updateEnterprise } from "./service";
import { tellEnterprisesApart } from "./service-duplicates";
import { changeEnterprises } from "./service-many";
import { mergeEnterprises } from "./service-merge";

export const createEnterpriseAction = defineAction(createEnterpriseSchema, createEnterprise);
export const updateEnterpriseAction = defineAction(updateEnterpriseSchema, updateEnterprise);
export const closeEnterpriseAction = defineAction(closeEnterpriseSchema, closeEnterprise);
export const mergeEnterprisesAction = defineAction(mergeEnterprisesSchema, mergeEnterprises);
export const tellEnterprisesApartAction = defineAction(tellEnterprisesApartSchema, tellEnterprisesApart);

export const changeEnterprisesAction = defineAction(changeEnterprisesSchema, changeEnterprises);
/** What it would do, asked while the form is filled in. */
export const previewEnterprisesAction = defineAction(changeEnterprisesSchema, previewEnterprises);

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
