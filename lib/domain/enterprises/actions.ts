"use server";
import { defineAction } from "@/lib/platform/action/define";
import { closeEnterpriseSchema, createEnterpriseSchema, updateEnterpriseSchema } from "./schema";
import { closeEnterprise, createEnterprise, updateEnterprise } from "./service";

export const createEnterpriseAction = defineAction(createEnterpriseSchema, createEnterprise);
export const updateEnterpriseAction = defineAction(updateEnterpriseSchema, updateEnterprise);
export const closeEnterpriseAction = defineAction(closeEnterpriseSchema, closeEnterprise);
