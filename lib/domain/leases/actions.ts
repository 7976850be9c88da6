"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { nameOf } from "@/lib/platform/i18n/names";
import { listLeaseOptions } from "./queries";
import {
  createLeaseSchema,
  holdOverLeaseSchema,
  logTenancySchema,
  moveInLeaseSchema,
  moveOutLeaseSchema,
  terminateLeaseSchema,
  updateLeaseSchema,
} from "./schema";
import { createLease, updateLease } from "./service";
import { logTenancy } from "./service-tenancy";
import { holdOverLease, moveInLease, moveOutLease, terminateLease } from "./service-verbs";

export const createLeaseAction = defineAction(createLeaseSchema, createLease);
export const logTenancyAction = defineAction(logTenancySchema, logTenancy);
export const updateLeaseAction = defineAction(updateLeaseSchema, updateLease);
export const moveInLeaseAction = defineAction(moveInLeaseSchema, moveInLease);
export const terminateLeaseAction = defineAction(terminateLeaseSchema, terminateLease);
export const moveOutLeaseAction = defineAction(moveOutLeaseSchema, moveOutLease);
export const holdOverLeaseAction = defineAction(holdOverLeaseSchema, holdOverLease);

/** Type-ahead: the leases within reach that match, with their firm. */
export const searchLeasesAction = defineSearch(async (viewer, query) =>
  (await listLeaseOptions(viewer, query)).map((lease) => ({
    value: lease.id,
    label: lease.leaseNo,
    hint: nameOf(viewer.locale, lease.enterprise),
  })),
);
