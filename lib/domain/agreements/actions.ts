"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { titleOf } from "@/lib/platform/i18n/names";
import { listAgreementOptions } from "./queries-options";
import {
  addAddendumSchema,
  createAgreementSchema,
  extendAgreementSchema,
  terminateAgreementSchema,
  updateAgreementSchema,
} from "./schema";
import { createAgreement, updateAgreement } from "./service";
import { addAddendum, extendAgreement, terminateAgreement } from "./service-events";

export const createAgreementAction = defineAction(createAgreementSchema, createAgreement);
export const updateAgreementAction = defineAction(updateAgreementSchema, updateAgreement);
export const extendAgreementAction = defineAction(extendAgreementSchema, extendAgreement);
export const addAddendumAction = defineAction(addAddendumSchema, addAddendum);
export const terminateAgreementAction = defineAction(terminateAgreementSchema, terminateAgreement);

/** Type-ahead: the agreements within reach that match, titled in the reader's language. */
export const searchAgreementsAction = defineSearch(async (viewer, query) =>
  (await listAgreementOptions(viewer, query)).map(({ id, code, ...titles }) => ({
    value: id,
    label: titleOf(viewer.locale, titles),
    hint: code,
  })),
);
