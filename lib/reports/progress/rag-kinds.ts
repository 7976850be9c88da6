import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { MilestoneRag } from "./types";

/** The shape that means a computed colour everywhere. */
export const ragKinds: Record<MilestoneRag, StatusKind> = {
  GREEN: "onTrack",
  AMBER: "atRisk",
  RED: "late",
  GREY: "silent",
  DONE: "done",
  CANCELLED: "ended",
};
