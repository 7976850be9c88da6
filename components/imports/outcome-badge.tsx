import { Badge } from "@/components/ui/badge";
import type { Outcome } from "@/lib/imports/types";

const tones = {
  NEW: "good",
  UPDATE: "accent",
  UNCHANGED: "neutral",
  DUPLICATE: "neutral",
  ERROR: "bad",
} as const;

/** What becomes of a row, in the tone it has wherever rows are checked. */
export function OutcomeBadge({ outcome, label }: { outcome: Outcome; label: string }) {
  return <Badge tone={tones[outcome]}>{label}</Badge>;
}
