import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { optionalText, text, tick } from "@/lib/platform/values/text";
import { findIdentifierProblem, toIdentifier } from "../enterprises/rules";
import { passwordSchema } from "../users/schema";

export const joinStates = ["OPEN", "CONFIRMED", "REFUSED"] as const;
export const claimTypes = ["USCC", "UEN", "OTHER"] as const;

const email = z.string().trim().toLowerCase().max(200).pipe(z.email());
const locale = z.enum(["en", "zh"]);
const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const inviteColleagueSchema = z.object({
  enterpriseId: z.uuid(),
  email,
  name: text(120),
  firmAdmin: tick(),
  locale: locale.default("zh"),
});
export const withdrawInvitationSchema = z.object(versioned);
export const removeMemberSchema = z.object({ id: z.uuid() });
export const setFirmAdminSchema = z.object({ id: z.uuid(), firmAdmin: z.boolean() });

const token = z.string().min(20).max(100);

/** With a password for whoever has no account yet; those who have one keep theirs. */
export const acceptInvitationSchema = z.object({
  token,
  name: optionalText(120),
  password: z.union([passwordSchema, z.literal("")]).optional(),
});
export const proveJoinRequestSchema = z.object({ token });

/** Which firm, by its number; the same check digits as in the firm's own record. */
const claim = {
  identifierType: z.enum(claimTypes).default("USCC"),
  identifierValue: z.string().trim().min(1).max(60).transform(toIdentifier),
  message: optionalText(500),
};
type Claim = { identifierType: (typeof claimTypes)[number]; identifierValue: string };

function checkIdentifier({ identifierType, identifierValue }: Claim, context: z.RefinementCtx) {
  const problem = findIdentifierProblem(identifierType, identifierValue);
  if (problem) context.addIssue({ code: "custom", path: ["identifierValue"], message: problem });
}

/** By somebody without an account. */
export const requestJoinSchema = z
  .object({ email, name: text(120), locale: locale.default("zh"), ...claim })
  .superRefine(checkIdentifier);
/** By somebody who acts for another firm already. */
export const claimFirmSchema = z.object(claim).superRefine(checkIdentifier);

export const confirmJoinRequestSchema = z.object({
  ...versioned,
  enterpriseId: z.uuid("errors.choose"),
  firmAdmin: tick(),
});
export const refuseJoinRequestSchema = z.object({ ...versioned, decision: text(500) });

export const membershipListSchema = listParams({
  sort: ["createdAt"],
  defaultSort: "createdAt",
  filters: { state: oneOf(joinStates) },
});

export type InviteColleagueInput = z.output<typeof inviteColleagueSchema>;
export type AcceptInvitationInput = z.output<typeof acceptInvitationSchema>;
export type RequestJoinInput = z.output<typeof requestJoinSchema>;
export type ClaimFirmInput = z.output<typeof claimFirmSchema>;
export type ConfirmJoinRequestInput = z.output<typeof confirmJoinRequestSchema>;
export type RefuseJoinRequestInput = z.output<typeof refuseJoinRequestSchema>;
export type MembershipListParams = z.output<typeof membershipListSchema>;
export type Versioned = z.output<typeof withdrawInvitationSchema>;
