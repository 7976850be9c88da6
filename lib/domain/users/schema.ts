import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { text, tick } from "@/lib/platform/values/text";

export const roles = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const;
export const userStatuses = ["INVITED", "ACTIVE", "SUSPENDED"] as const;

/** Long enough to resist guessing; length beats rules about characters. */
export const passwordSchema = z.string().min(12).max(200);

const fields = {
  name: text(120),
  email: z.string().trim().toLowerCase().pipe(z.email()),
  role: z.enum(roles),
  locale: z.enum(["en", "zh"]).default("en"),
  allParks: z.union([z.boolean(), z.stringbool()]).default(true),
  /** A list, or what a form's boxes come to: each park's id with its tick. */
  parkIds: z
    .union([z.array(z.uuid()), z.record(z.uuid(), z.boolean())])
    .default([])
    .transform((parks) => (Array.isArray(parks) ? parks : Object.keys(parks).filter((id) => parks[id]))),
  /** A list, or the one id that a form chooses. */
  enterpriseIds: z
    .union([z.array(z.uuid()), z.uuid(), z.literal("")])
    .default([])
    .transform((ids) => (Array.isArray(ids) ? ids : [ids].filter(Boolean))),
};

type Reach = { role: string; allParks: boolean; parkIds: string[]; enterpriseIds: string[] };

/** A limited officer needs a park and an enterprise user a firm: without one they would see nothing. */
function checkReach(user: Reach, context: z.RefinementCtx) {
  if (user.role === "OFFICER" && !user.allParks && user.parkIds.length === 0) {
    context.addIssue({ code: "custom", path: ["parkIds"], message: "users.errors.parkNeeded" });
  }
  if (user.role === "ENTERPRISE" && user.enterpriseIds.length === 0) {
    context.addIssue({ code: "custom", path: ["enterpriseIds"], message: "users.errors.firmNeeded" });
  }
}

/** `sendLink`: whether they are mailed the link by which they set a password, where mail is set up. */
export const createUserSchema = z.object({ ...fields, sendLink: tick().optional() }).superRefine(checkReach);
export const updateUserSchema = z
  .object({ id: z.uuid(), version: z.coerce.number().int(), ...fields })
  .superRefine(checkReach);
/** Without a version: a suspension is urgent, and right whatever else was changed meanwhile. */
export const suspendUserSchema = z.object({ id: z.uuid(), suspended: z.boolean() });
export const changePasswordSchema = z.object({
  current: z.string().min(1).max(200),
  password: passwordSchema,
});
export const claimSetupLinkSchema = z.object({
  token: z.string().min(20).max(100),
  password: passwordSchema,
});
export const signOutEverywhereSchema = z.object({});
export const sendSetupLinkSchema = z.object({ id: z.uuid() });
export const forgetPasswordSchema = z.object({ email: fields.email });

export const userListSchema = listParams({
  sort: ["name", "email", "role"],
  defaultSort: "name",
  filters: { role: oneOf(roles), status: oneOf(userStatuses) },
});

export type CreateUserInput = z.output<typeof createUserSchema>;
export type UpdateUserInput = z.output<typeof updateUserSchema>;
export type SuspendUserInput = z.output<typeof suspendUserSchema>;
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;
export type ForgetPasswordInput = z.output<typeof forgetPasswordSchema>;
export type ClaimSetupLinkInput = z.output<typeof claimSetupLinkSchema>;
export type UserListParams = z.output<typeof userListSchema>;
