import { type StatusKind, StatusMark } from "@/components/ui/status-mark";
import type { MilestoneRag } from "@/lib/reports/progress/types";

const kinds: Record<MilestoneRag, StatusKind> = {
  GREEN: "onTrack",
  AMBER: "atRisk",
  RED: "late",
  GREY: "silent",
  DONE: "done",
  CANCELLED: "ended",
};

/** A computed colour with its shape and word. */
export function RagMark({ rag, label }: { rag: MilestoneRag; label: string }) {
  return <StatusMark kind={kinds[rag]} label={label} />;
}

export const ragKind = (rag: MilestoneRag): StatusKind => kinds[rag];
