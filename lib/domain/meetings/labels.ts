import type { OutcomeKind } from "@/lib/platform/db/generated/enums";

export const outcomeLabel = (kind: OutcomeKind) => `meetings.kinds.${kind}`;
