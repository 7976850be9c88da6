"use server";
import { defineAction, definePublicAction } from "@/lib/platform/action/define";
import {
  acceptInvitationSchema,
  claimFirmSchema,
  confirmJoinRequestSchema,
  inviteColleagueSchema,
  proveJoinRequestSchema,
  refuseJoinRequestSchema,
  removeMemberSchema,
  requestJoinSchema,
  setFirmAdminSchema,
  withdrawInvitationSchema,
} from "./schema";
import { acceptInvitation, inviteColleague, removeMember, setFirmAdmin, withdrawInvitation } from "./service";
import {
  claimFirm,
  confirmJoinRequest,
  proveJoinRequest,
  refuseJoinRequest,
  requestJoin,
} from "./service-requests";

export const inviteColleagueAction = defineAction(inviteColleagueSchema, inviteColleague);
export const withdrawInvitationAction = defineAction(withdrawInvitationSchema, withdrawInvitation);
export const removeMemberAction = defineAction(removeMemberSchema, removeMember);
export const setFirmAdminAction = defineAction(setFirmAdminSchema, setFirmAdmin);
export const acceptInvitationAction = definePublicAction(acceptInvitationSchema, acceptInvitation);
export const requestJoinAction = definePublicAction(requestJoinSchema, requestJoin, {
  name: "join",
  anHour: 10,
  message: "memberships.errors.limited",
});
export const proveJoinRequestAction = definePublicAction(proveJoinRequestSchema, proveJoinRequest);
export const claimFirmAction = defineAction(claimFirmSchema, claimFirm);
export const confirmJoinRequestAction = defineAction(confirmJoinRequestSchema, confirmJoinRequest);
export const refuseJoinRequestAction = defineAction(refuseJoinRequestSchema, refuseJoinRequest);
