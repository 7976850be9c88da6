import type { AgreementEventKind, AgreementKind, AgreementRenewal } from "@/lib/platform/db/generated/enums";
import type { AgreementState } from "./schema";

export const agreementKindLabel = (kind: AgreementKind) => `agreements.kind.${kind}`;
export const agreementRenewalLabel = (renewal: AgreementRenewal) => `agreements.renewal.${renewal}`;
/** UNSIGNED is said of one that was signed after the day. */
export const agreementStateLabel = (state: AgreementState | "UNSIGNED") => `agreements.state.${state}`;
export const agreementEventLabel = (kind: AgreementEventKind) => `agreements.kinds.${kind}`;
