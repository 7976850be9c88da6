import {
  assignChangeRequestSchema,
  decideChangeRequestSchema,
  sendBackChangeRequestSchema,
} from "@/lib/domain/change-requests/schema";
import {
  assignChangeRequest,
  decideChangeRequest,
  sendBackChangeRequest,
} from "@/lib/domain/change-requests/service-decide";
import { act, at } from "./declare";

/** What the office does to what firms ask for. */
export const changeRequestActs = {
  decideChangeRequest: act(
    "decideChangeRequest",
    "change-requests.decide",
    at.changeRequest,
    "decide",
    decideChangeRequestSchema,
    decideChangeRequest,
  ),
  sendBackChangeRequest: act(
    "sendBackChangeRequest",
    "change-requests.sendBack",
    at.changeRequest,
    "send-back",
    sendBackChangeRequestSchema,
    sendBackChangeRequest,
  ),
  assignChangeRequest: act(
    "assignChangeRequest",
    "change-requests.assign",
    at.changeRequest,
    "assign",
    assignChangeRequestSchema,
    assignChangeRequest,
  ),
};
