import {
  approveBaselineSchema,
  proposeBaselineSchema,
  refuseBaselineSchema,
} from "@/lib/domain/milestones/schema";
import { approveBaseline, proposeBaseline, refuseBaseline } from "@/lib/domain/milestones/service-baselines";
import { dependMilestone, releaseMilestone } from "@/lib/domain/milestones/service-dependencies";
import {
  addAmountSchema,
  changeAmountSchema,
  changeEntrySchema,
  closeEntrySchema,
  declareRagSchema,
  raiseEntrySchema,
} from "@/lib/domain/projects/schema";
import { addAmount, changeAmount, removeAmount } from "@/lib/domain/projects/service-money";
import { declareRag, withdrawRag } from "@/lib/domain/projects/service-rag";
import { changeEntry, closeEntry, raiseEntry, reopenEntry } from "@/lib/domain/projects/service-register";
import { makeMilestone, makeProject, system } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const amount = {
  ...{ kind: "ACTUAL", on: "2022-06-30", source: "Return" },
  money: { amount: "5", currency: "CNY" },
};
const issue = { kind: "ISSUE", titleEn: "Steel is late", raisedOn: "2022-06-01" };
const said = { rag: "AMBER", on: "2022-06-01", expiresOn: "2022-07-01", reason: "Rain" };
const closing = { closedOn: "2022-07-01", outcome: "It came" };

const newAmount = async () =>
  addAmount(system, addAmountSchema.parse({ projectId: (await makeProject()).id, ...amount }));
const newEntry = async () =>
  raiseEntry(system, raiseEntrySchema.parse({ projectId: (await makeProject()).id, ...issue }));

async function newProposal() {
  const { id } = await makeMilestone();
  const input = proposeBaselineSchema.parse({ id, version, baselineOn: "2022-09-30", reason: "Rain" });
  return { id, input };
}

/** What hangs on projects and their milestones. */
export const projectRecordAttempts: Attempts = {
  addAmount: {
    verb: "projects.addAmount",
    prepare: async () => {
      const { id: projectId } = await makeProject();
      return (viewer) => addAmount(viewer, addAmountSchema.parse({ projectId, ...amount }));
    },
  },
  changeAmount: {
    verb: "projects.changeAmount",
    prepare: async () => {
      const { id } = await newAmount();
      return (viewer) =>
        changeAmount(viewer, changeAmountSchema.parse({ id, version, ...amount, note: "x" }));
    },
  },
  removeAmount: {
    verb: "projects.removeAmount",
    prepare: async () => {
      const { id } = await newAmount();
      return (viewer) => removeAmount(viewer, { id, version, reason: null });
    },
  },
  raiseEntry: {
    verb: "projects.raiseEntry",
    prepare: async () => {
      const { id: projectId } = await makeProject();
      return (viewer) => raiseEntry(viewer, raiseEntrySchema.parse({ projectId, ...issue }));
    },
  },
  changeEntry: {
    verb: "projects.changeEntry",
    prepare: async () => {
      const { id } = await newEntry();
      return (viewer) => changeEntry(viewer, changeEntrySchema.parse({ id, version, ...issue, owner: "Li" }));
    },
  },
  closeEntry: {
    verb: "projects.closeEntry",
    prepare: async () => {
      const { id } = await newEntry();
      return (viewer) => closeEntry(viewer, closeEntrySchema.parse({ id, version, ...closing }));
    },
  },
  reopenEntry: {
    verb: "projects.reopenEntry",
    prepare: async () => {
      const { id } = await newEntry();
      await closeEntry(system, closeEntrySchema.parse({ id, version, ...closing }));
      return (viewer) => reopenEntry(viewer, { id, version: 2, reason: null });
    },
  },
  declareRag: {
    verb: "projects.declareRag",
    prepare: async () => {
      const { id: projectId } = await makeProject();
      return (viewer) => declareRag(viewer, declareRagSchema.parse({ projectId, ...said }));
    },
  },
  withdrawRag: {
    verb: "projects.withdrawRag",
    prepare: async () => {
      const { id: projectId } = await makeProject();
      const { id } = await declareRag(system, declareRagSchema.parse({ projectId, ...said }));
      return (viewer) => withdrawRag(viewer, { id, version, reason: null });
    },
  },
  proposeBaseline: {
    verb: "milestones.propose",
    prepare: async () => {
      const { input } = await newProposal();
      return (viewer) => proposeBaseline(viewer, input);
    },
  },
  approveBaseline: {
    verb: "milestones.approve",
    prepare: async () => {
      const { id, input } = await newProposal();
      await proposeBaseline(system, input);
      return (viewer) => approveBaseline(viewer, approveBaselineSchema.parse({ id, version: 2 }));
    },
  },
  refuseBaseline: {
    verb: "milestones.refuse",
    prepare: async () => {
      const { id, input } = await newProposal();
      await proposeBaseline(system, input);
      return (viewer) => refuseBaseline(viewer, refuseBaselineSchema.parse({ id, version: 2, note: "No" }));
    },
  },
  dependMilestone: {
    verb: "milestones.depend",
    prepare: async () => {
      const [one, other] = [await makeMilestone(), await makeMilestone()];
      return (viewer) => dependMilestone(viewer, { id: one.id, version, predecessorId: other.id });
    },
  },
  releaseMilestone: {
    verb: "milestones.release",
    prepare: async () => {
      const [one, other] = [await makeMilestone(), await makeMilestone()];
      await dependMilestone(system, { id: one.id, version, predecessorId: other.id });
      return (viewer) => releaseMilestone(viewer, { id: one.id, version: 2, predecessorId: other.id });
    },
  },
};
