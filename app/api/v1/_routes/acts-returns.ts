import { z } from "zod";
import {
  closeRoundSchema,
  createRoundSchema,
  openRoundSchema,
  setStandingSchema,
  updateRoundSchema,
} from "@/lib/domain/return-rounds/schema";
import { createRound, setRoundStanding, updateRound } from "@/lib/domain/return-rounds/service";
import { closeRound, openRound } from "@/lib/domain/return-rounds/service-turns";
import {
  acceptReturnSchema,
  acceptReturnsSchema,
  allowLateSchema,
  correctReturnSchema,
  endLateSchema,
  exemptReturnSchema,
  includeReturnSchema,
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
import { act, at, create, update } from "./declare";

/** As the screen has it, with the round said by the address. */
const acceptOfRoundSchema = z.object({ ...openRoundSchema.shape, ids: acceptReturnsSchema.shape.ids });

/** A round from its planning until its figures are final. */
export const roundWrites = {
  createReturnRound: create(
    "createReturnRound",
    "return-rounds.create",
    at.round,
    createRoundSchema,
    (viewer, input) => createRound(viewer, input),
  ),
  updateReturnRound: update(
    "updateReturnRound",
    "return-rounds.update",
    at.round,
    updateRoundSchema,
    updateRound,
  ),
};

/** What the office does to a round. */
const roundActs = {
  openReturnRound: act(
    "openReturnRound",
    "return-rounds.open",
    at.round,
    "open",
    openRoundSchema,
    (viewer, input) => openRound(viewer, input),
  ),
  closeReturnRound: act(
    "closeReturnRound",
    "return-rounds.close",
    at.round,
    "close",
    closeRoundSchema,
    (viewer, input) => closeRound(viewer, input),
  ),
  setReturnRoundStanding: act(
    "setReturnRoundStanding",
    "return-rounds.setStanding",
    at.round,
    "standing",
    setStandingSchema,
    (viewer, input) => setRoundStanding(viewer, input),
  ),
  acceptReturnsOfRound: act(
    "acceptReturnsOfRound",
    "returns.accept",
    at.round,
    "accept-returns",
    acceptOfRoundSchema,
    async (viewer, { id, ids }) => {
      await acceptReturns(viewer, { roundId: id, ids });
      return { id };
    },
  ),
};

/** What a firm and the office do to a return. The office drafts and sends on the firm's behalf. */
export const returnActs = {
  ...roundActs,
  saveReturnDraft: act(
    "saveReturnDraft",
    "returns.saveDraft",
    at.return,
    "draft",
    saveDraftSchema,
    (viewer, input) => saveDraft(viewer, input),
  ),
  submitReturn: act(
    "submitReturn",
    "returns.submit",
    at.return,
    "submit",
    submitReturnSchema,
    (viewer, input) => submitReturn(viewer, input),
  ),
  acceptReturn: act(
    "acceptReturn",
    "returns.accept",
    at.return,
    "accept",
    acceptReturnSchema,
    (viewer, input) => acceptReturn(viewer, input),
  ),
  sendReturnBack: act(
    "sendReturnBack",
    "returns.sendBack",
    at.return,
    "send-back",
    sendBackSchema,
    (viewer, input) => sendReturnBack(viewer, input),
  ),
  correctReturn: act(
    "correctReturn",
    "returns.correct",
    at.return,
    "correct",
    correctReturnSchema,
    correctReturn,
  ),
  exemptReturn: act(
    "exemptReturn",
    "returns.exempt",
    at.return,
    "exempt",
    exemptReturnSchema,
    (viewer, input) => exemptReturn(viewer, input),
  ),
  includeReturn: act(
    "includeReturn",
    "returns.include",
    at.return,
    "include",
    includeReturnSchema,
    includeReturn,
  ),
  allowLateReturn: act(
    "allowLateReturn",
    "returns.allowLate",
    at.return,
    "allow-late",
    allowLateSchema,
    (viewer, input) => allowLateReturn(viewer, input),
  ),
  endLateReturn: act(
    "endLateReturn",
    "returns.endLate",
    at.return,
    "end-late",
    endLateSchema,
    (viewer, input) => endLateReturn(viewer, input),
  ),
};
