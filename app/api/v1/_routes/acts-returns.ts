import {
  acceptReturnSchema,
  saveDraftSchema,
  sendBackSchema,
  submitReturnSchema,
} from "@/lib/domain/returns/schema";
import { saveDraft, submitReturn } from "@/lib/domain/returns/service";
import { acceptReturn, sendReturnBack } from "@/lib/domain/returns/service-decisions";
import { act, at } from "./declare";

/** What a firm and the office do to a return. */
export const returnActs = {
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
};
