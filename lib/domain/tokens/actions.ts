"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createTokenSchema, revokeTokenSchema } from "./schema";
import { createToken, revokeToken } from "./service";

export const createTokenAction = defineAction(createTokenSchema, createToken);
export const revokeTokenAction = defineAction(revokeTokenSchema, revokeToken);
