import type { ClaimMetric } from "@/lib/domain/claims/schema";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { ClaimComparison, ClaimScope } from "@/lib/platform/db/generated/enums";

/** A figure that is asked for: of what, over what, on which day. */
export interface FigureAsk {
  metric: ClaimMetric;
  scope: ClaimScope;
  scopeId: string | null;
  currency: string | null;
  on: CivilDate;
}

/** Answers to many asks; null where a figure cannot be told, such as a sum that lacks a rate. */
export type FigureLookup = (ask: FigureAsk) => number | null;

/**
 * How a figure stands to what was said. BELOW is an alarm. ABOVE is said of what was to be equal and has outgrown it:
 * the sentence is out of date and still not too much.
 */
export type BindingState = "HOLDS" | "BELOW" | "ABOVE" | "UNKNOWN";

export interface BoundFigure {
  id: string;
  comparison: ClaimComparison;
  said: number;
  /** On the claim's day, as the record has it. */
  valueThen: number | null;
  stateThen: BindingState;
  /** On the reader's day. */
  valueNow: number | null;
  state: BindingState;
}

/** WITHDRAWN raises no alarm; UNBOUND says no figure. */
export type ClaimState = BindingState | "WITHDRAWN" | "UNBOUND";

export interface ClaimFigures {
  state: ClaimState;
  bindings: BoundFigure[];
}
