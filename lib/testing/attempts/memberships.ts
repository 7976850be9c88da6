import {
  claimFirmSchema,
  confirmJoinRequestSchema,
  inviteColleagueSchema,
  refuseJoinRequestSchema,
} from "@/lib/domain/memberships/schema";
import {
  inviteColleague,
  removeMember,
  setFirmAdmin,
  withdrawInvitation,
} from "@/lib/domain/memberships/service";
import { claimFirm, confirmJoinRequest, refuseJoinRequest } from "@/lib/domain/memberships/service-requests";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { makeFirm, makeViewer, system, unique } from "../factories";
import type { Attempts } from "./types";

/** A firm's own people have one firm; everybody else gets a new one. */
const firmOf = async (by: Viewer) => by.enterpriseIds?.[0] ?? (await makeFirm()).id;

const invitation = async (by: Viewer) =>
  inviteColleagueSchema.parse({
    enterpriseId: await firmOf(by),
    email: `${unique("invited")}@test.example`,
    name: "Invited",
  });

/** Somebody else who acts for the firm. */
async function newMember(by: Viewer): Promise<string> {
  const enterpriseId = await firmOf(by);
  const { userId } = await makeViewer("ENTERPRISE", { enterpriseIds: [enterpriseId] });
  const { id } = await openChangeSet(system, { verb: "memberships.invite" }, (tx) =>
    tx.userEnterprise.findFirstOrThrow({
      where: { userId: userId ?? "", enterpriseId },
      select: { id: true },
    }),
  );
  return id;
}

/** A request that waits for the office. */
async function newRequest() {
  const email = `${unique("asks")}@test.example`;
  const data = { email, name: "Asks", state: "OPEN" as const, identifierType: "OTHER" as const };
  return openChangeSet(system, { verb: "memberships.request" }, (tx) =>
    tx.joinRequest.create({
      data: { ...data, identifierValue: unique("N") },
      select: { id: true, version: true },
    }),
  );
}

/** The services of who acts for a firm. */
export const membershipAttempts: Attempts = {
  inviteColleague: {
    verb: "memberships.invite",
    prepare: async (by) => {
      const input = await invitation(by);
      return (viewer) => inviteColleague(viewer, input);
    },
  },
  withdrawInvitation: {
    verb: "memberships.withdraw",
    prepare: async (by) => {
      const { id, version } = await inviteColleague(system, await invitation(by));
      return (viewer) => withdrawInvitation(viewer, { id, version });
    },
  },
  removeMember: {
    verb: "memberships.remove",
    prepare: async (by) => {
      const id = await newMember(by);
      return (viewer) => removeMember(viewer, { id });
    },
  },
  setFirmAdmin: {
    verb: "memberships.setAdmin",
    prepare: async (by) => {
      const id = await newMember(by);
      return (viewer) => setFirmAdmin(viewer, { id, firmAdmin: false });
    },
  },
  claimFirm: {
    verb: "memberships.claim",
    prepare: async () => {
      const input = claimFirmSchema.parse({ identifierType: "OTHER", identifierValue: unique("N") });
      return (viewer) => claimFirm(viewer, input);
    },
  },
  confirmJoinRequest: {
    verb: "memberships.confirm",
    prepare: async () => {
      const request = await newRequest();
      const firm = await makeFirm();
      return (viewer) =>
        confirmJoinRequest(viewer, confirmJoinRequestSchema.parse({ ...request, enterpriseId: firm.id }));
    },
  },
  refuseJoinRequest: {
    verb: "memberships.refuse",
    prepare: async () => {
      const request = await newRequest();
      return (viewer) =>
        refuseJoinRequest(viewer, refuseJoinRequestSchema.parse({ ...request, decision: "Unknown here" }));
    },
  },
};
