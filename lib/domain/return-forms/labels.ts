import type { FeedPart, FieldType, ReturnSum, SoftReason } from "./schema";

export const fieldTypeLabel = (type: FieldType) => `return-forms.type.${type}`;
export const moneyUnitLabel = (unit: string) => `return-forms.money.${unit}`;
export const sumKindLabel = (kind: ReturnSum["kind"]) => `return-forms.sumKind.${kind}`;
export const feedPartLabel = (part: FeedPart) => `headcounts.${part}`;
export const softReasonLabel = (reason: SoftReason) => `return-forms.reason.${reason}`;
