import {
  createFormSchema,
  designFormSchema,
  retireFormSchema,
  updateFormSchema,
} from "@/lib/domain/return-forms/schema";
import {
  createFormVersion,
  createReturnForm,
  designReturnForm,
  retireReturnForm,
  updateReturnForm,
} from "@/lib/domain/return-forms/service";
import { createRoundSchema, updateRoundSchema } from "@/lib/domain/return-rounds/schema";
import { cancelRound, createRound, setRoundStanding, updateRound } from "@/lib/domain/return-rounds/service";
import { closeRound, openRound } from "@/lib/domain/return-rounds/service-turns";
import {
  allowLateSchema,
  correctReturnSchema,
  endLateSchema,
  exemptReturnSchema,
  saveDraftSchema,
  sendBackSchema,
  submitReturnSchema,
} from "@/lib/domain/returns/schema";
import { saveDraft, submitReturn } from "@/lib/domain/returns/service";
import {
  allowLateReturn,
  endLateReturn,
  exemptReturn,
  includeReturn,
} from "@/lib/domain/returns/service-asking";
import {
  acceptReturn,
  acceptReturns,
  correctReturn,
  sendReturnBack,
} from "@/lib/domain/returns/service-decisions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { makeFirm, makePark, system, unique } from "../factories";
import { makeForm, makeReturn, makeRound, send, settle } from "../return-factories";
import type { Attempts } from "./types";

const version = 1;
const form = () => ({ code: unique("F-"), titleEn: "A form", months: "3" });
const day = (days: number) => addDays(todayInZone(), days);
const round = async () => ({
  ...{ code: unique("R-"), titleEn: "A round", formId: (await makeForm()).id },
  ...{ periodFrom: day(-100), referenceOn: day(-10), opensOn: day(-7), dueOn: day(0), closesOn: day(7) },
});
/** Past its last day. */
const over = { opensOn: day(-9), dueOn: day(-3), closesOn: day(-1) };
const design = {
  sections: [{ key: "a", titleEn: "A" }],
  fields: [{ section: "a", key: "total", type: "NUMBER", labelEn: "Total" }],
};
/** A firm's own people have one firm; everybody else gets a new one. */
const firmOf = (by: Viewer) => by.enterpriseIds?.[0];
const answers = { total: "12" };

/** A round that will ask one firm. */
async function planned(more: object = {}) {
  const [park, firm] = [await makePark(), await makeFirm()];
  await settle(firm.id, park.id);
  return makeRound({ parkId: park.id, ...more });
}
async function opened(more: object = {}) {
  const { id } = await planned(more);
  await openRound(system, { id, version });
  return { id, version: 2 };
}
const sent = async () => send(await makeReturn());
async function accepted() {
  const { id, version: seen } = await sent();
  return { id, version: (await acceptReturn(system, { id, version: seen })).version };
}

/** The services of forms, rounds and returns. */
export const returnAttempts: Attempts = {
  createReturnForm: {
    verb: "return-forms.create",
    prepare: async () => (viewer) => createReturnForm(viewer, createFormSchema.parse(form())),
  },
  updateReturnForm: {
    verb: "return-forms.update",
    prepare: async () => {
      const { id } = await makeForm();
      return (viewer) => updateReturnForm(viewer, updateFormSchema.parse({ id, version, ...form() }));
    },
  },
  retireReturnForm: {
    verb: "return-forms.retire",
    prepare: async () => {
      const { id } = await makeForm();
      return (viewer) =>
        retireReturnForm(viewer, retireFormSchema.parse({ id, version, retiredOn: "2022-12-31" }));
    },
  },
  createFormVersion: {
    verb: "return-forms.createVersion",
    prepare: async () => {
      const { id } = await makeForm();
      await opened({ formId: id });
      return (viewer) => createFormVersion(viewer, { id });
    },
  },
  designReturnForm: {
    verb: "return-forms.design",
    prepare: async () => {
      const { versionId } = await makeForm();
      const input = designFormSchema.parse({ id: versionId, version, ...design });
      return (viewer) => designReturnForm(viewer, input);
    },
  },
  createRound: {
    verb: "return-rounds.create",
    prepare: async () => {
      const input = createRoundSchema.parse(await round());
      return (viewer) => createRound(viewer, input);
    },
  },
  updateRound: {
    verb: "return-rounds.update",
    prepare: async () => {
      const { id } = await makeRound();
      const input = updateRoundSchema.parse({ id, version, ...(await round()) });
      return (viewer) => updateRound(viewer, input);
    },
  },
  cancelRound: {
    verb: "return-rounds.cancel",
    prepare: async () => {
      const { id } = await makeRound();
      return (viewer) => cancelRound(viewer, { id, version, reason: null });
    },
  },
  openRound: {
    verb: "return-rounds.open",
    prepare: async () => {
      const { id } = await planned();
      return (viewer) => openRound(viewer, { id, version });
    },
  },
  closeRound: {
    verb: "return-rounds.close",
    prepare: async () => {
      const seen = await opened(over);
      return (viewer) => closeRound(viewer, { ...seen, reason: null });
    },
  },
  setRoundStanding: {
    verb: "return-rounds.setStanding",
    prepare: async () => {
      const seen = await opened();
      return (viewer) => setRoundStanding(viewer, { ...seen, standing: "REVISED", reason: null });
    },
  },
  saveDraft: {
    verb: "returns.saveDraft",
    prepare: async (by) => {
      const { id } = await makeReturn({ enterpriseId: firmOf(by) });
      return (viewer) => saveDraft(viewer, saveDraftSchema.parse({ id, version, answers }));
    },
  },
  submitReturn: {
    verb: "returns.submit",
    prepare: async (by) => {
      const { id } = await makeReturn({ enterpriseId: firmOf(by) });
      return (viewer) => submitReturn(viewer, submitReturnSchema.parse({ id, version, answers }));
    },
  },
  acceptReturn: {
    verb: "returns.accept",
    prepare: async () => {
      const seen = await sent();
      return (viewer) => acceptReturn(viewer, seen);
    },
  },
  acceptReturns: {
    verb: "returns.accept",
    prepare: async () => {
      const made = await makeReturn();
      await send(made);
      return (viewer) => acceptReturns(viewer, { roundId: made.roundId, ids: [made.id] });
    },
  },
  sendReturnBack: {
    verb: "returns.sendBack",
    prepare: async () => {
      const input = sendBackSchema.parse({ ...(await sent()), comments: { total: "All of them?" } });
      return (viewer) => sendReturnBack(viewer, input);
    },
  },
  correctReturn: {
    verb: "returns.correct",
    prepare: async () => {
      const input = correctReturnSchema.parse({ ...(await accepted()), answers, reason: "Counted again" });
      return (viewer) => correctReturn(viewer, input);
    },
  },
  exemptReturn: {
    verb: "returns.exempt",
    prepare: async () => {
      const { id } = await makeReturn();
      return (viewer) => exemptReturn(viewer, exemptReturnSchema.parse({ id, version, reason: "A fire" }));
    },
  },
  includeReturn: {
    verb: "returns.include",
    prepare: async () => {
      const { id } = await makeReturn();
      await exemptReturn(system, exemptReturnSchema.parse({ id, version, reason: "A fire" }));
      return (viewer) => includeReturn(viewer, { id, version: 2, reason: null });
    },
  },
  allowLateReturn: {
    verb: "returns.allowLate",
    prepare: async () => {
      const { id } = await makeReturn({ round: over });
      const input = allowLateSchema.parse({ id, version, openUntil: day(3), reason: "They asked" });
      return (viewer) => allowLateReturn(viewer, input);
    },
  },
  endLateReturn: {
    verb: "returns.endLate",
    prepare: async () => {
      const { id } = await makeReturn({ round: over });
      const late = allowLateSchema.parse({ id, version, openUntil: day(3), reason: "They asked" });
      const seen = await allowLateReturn(system, late);
      const input = endLateSchema.parse({ id, version: seen.version, reason: "Final on Friday" });
      return (viewer) => endLateReturn(viewer, input);
    },
  },
};
