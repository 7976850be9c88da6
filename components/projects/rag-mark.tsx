import { StatusMark } from "@/components/ui/status-mark";
import { ragKinds } from "@/lib/reports/progress/rag-kinds";
import type { MilestoneRag } from "@/lib/reports/progress/types";

/** A computed colour with its shape and word. */
export function RagMark({ rag, label }: { rag: MilestoneRag; label: string }) {
  return <StatusMark kind={ragKinds[rag]} label={label} />;
}
