"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createEmployeeSchema, leaveEmployeeSchema, updateEmployeeSchema } from "./schema";
import { createEmployee, leaveEmployee, updateEmployee } from "./service";

export const createEmployeeAction = defineAction(createEmployeeSchema, createEmployee);
export const updateEmployeeAction = defineAction(updateEmployeeSchema, updateEmployee);
export const leaveEmployeeAction = defineAction(leaveEmployeeSchema, leaveEmployee);
