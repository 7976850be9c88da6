"use server";
import { defineAction, definePublicAction } from "@/lib/platform/action/define";
import {
  changePasswordSchema,
  claimSetupLinkSchema,
  createSetupLinkSchema,
  createUserSchema,
  signOutEverywhereSchema,
  suspendUserSchema,
  updateUserSchema,
} from "./schema";
import {
  changePassword,
  claimSetupLink,
  createSetupLink,
  createUser,
  signOutEverywhere,
  suspendUser,
  updateUser,
} from "./service";

export const createUserAction = defineAction(createUserSchema, createUser);
export const updateUserAction = defineAction(updateUserSchema, updateUser);
export const suspendUserAction = defineAction(suspendUserSchema, suspendUser);
export const changePasswordAction = defineAction(changePasswordSchema, changePassword);
export const signOutEverywhereAction = defineAction(signOutEverywhereSchema, signOutEverywhere);
export const createSetupLinkAction = defineAction(createSetupLinkSchema, createSetupLink);
export const claimSetupLinkAction = definePublicAction(claimSetupLinkSchema, claimSetupLink);
