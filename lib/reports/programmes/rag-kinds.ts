import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { ProgrammeRag } from "./types";

/** The shape of a programme's colour, the same as a project's. */
export const programmeRagKinds: Record<ProgrammeRag, StatusKind> = {
  GREEN: "onTrack",
  AMBER: "atRisk",
  RED: "late",
  GREY: "silent",
};
