"use server";
import { defineAction, definePublicAction } from "@/lib/platform/action/define";
import {
  changePasswordSchema,
  claimSetupLinkSchema,
  createUserSchema,
  forgetPasswordSchema,
  sendSetupLinkSchema,
  signOutEverywhereSchema,
  suspendUserSchema,
  updateUserSchema,
} from "./schema";
import { changePassword, createUser, signOutEverywhere, suspendUser, updateUser } from "./service";
import { claimSetupLink, forgetPassword, sendSetupLink } from "./service-links";

export const createUserAction = defineAction(createUserSchema, createUser);
export const updateUserAction = defineAction(updateUserSchema, updateUser);
export const suspendUserAction = defineAction(suspendUserSchema, suspendUser);
export const changePasswordAction = defineAction(changePasswordSchema, changePassword);
export const signOutEverywhereAction = defineAction(signOutEverywhereSchema, signOutEverywhere);
export const sendSetupLinkAction = defineAction(sendSetupLinkSchema, sendSetupLink);
export const claimSetupLinkAction = definePublicAction(claimSetupLinkSchema, claimSetupLink);
export const forgetPasswordAction = definePublicAction(forgetPasswordSchema, forgetPassword, {
  name: "password",
  anHour: 10,
  message: "users.errors.limited",
});
