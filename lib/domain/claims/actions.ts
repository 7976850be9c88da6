"use server";
import { z } from "zod";
import { defineAction, defineLookup } from "@/lib/platform/action/define";
import { nameOf } from "@/lib/platform/i18n/names";
import { listScopeOptions } from "./queries-scopes";
import {
  claimScopes,
  createClaimSchema,
  signOffClaimSchema,
  updateClaimSchema,
  withdrawClaimSchema,
} from "./schema";
import { createClaim, signOffClaim, updateClaim, withdrawClaim } from "./service";

export const createClaimAction = defineAction(createClaimSchema, createClaim);
export const updateClaimAction = defineAction(updateClaimSchema, updateClaim);
export const signOffClaimAction = defineAction(signOffClaimSchema, signOffClaim);
export const withdrawClaimAction = defineAction(withdrawClaimSchema, withdrawClaim);

/** Type-ahead: what a figure can be counted over, of one kind. */
export const searchClaimScopesAction = defineLookup(
  z.object({ scope: z.enum(claimScopes), query: z.string().max(100) }),
  async (viewer, { scope, query }) =>
    (await listScopeOptions(viewer, scope, query)).map((option) => ({
      value: option.id,
      label: nameOf(viewer.locale, option),
      hint: option.hint ?? undefined,
    })),
);
