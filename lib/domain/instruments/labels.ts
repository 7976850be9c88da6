import type { InstrumentKind } from "@/lib/platform/db/generated/enums";

export const instrumentKindLabel = (kind: InstrumentKind) => `instruments.kind.${kind}`;
