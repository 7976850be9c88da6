import type { ReturnExemption, ReturnState } from "@/lib/platform/db/generated/enums";

/** One firm's return, as far as a round's figures read it. */
export interface ReturnFact {
  id: string;
  state: ReturnState;
  exemption: ReturnExemption | null;
  /** Whether it first came by the due day; null where it never came. */
  inTime: boolean | null;
  /** The last headcounts that the firm declared, for the parks it is asked of, before the reference date; null: none. */
  known: number | null;
  /** The headcount that the return itself declared, once accepted. */
  declared: number | null;
}

/** What a round's figures are made of, summed. */
export interface RoundSums {
  all: number;
  registeredOnly: number;
  publicBodies: number;
  exemptOther: number;
  inScope: number;
  /** Sent, and not sent back. */
  usable: number;
  onTime: number;
  late: number;
  notStarted: number;
  draft: number;
  submitted: number;
  returned: number;
  accepted: number;
  estimated: number;
  /** Last known people of all in scope, and of those with a usable return. */
  known: number;
  knownOfUsable: number;
  /** People declared by accepted returns, and last known people of the rest in scope. */
  acceptedPeople: number;
  carriedPeople: number;
}

export interface RoundFigures extends RoundSums {
  /** Each 0 to 1 at full precision; null over nothing. */
  responseRate: number | null;
  onTimeRate: number | null;
  coverageRate: number | null;
  /** What the round publishes: accepted and carried forward. */
  people: number;
  estimatedShare: number | null;
}

/** A figure that the form asks for, over all firms in scope; decimals as texts. */
export interface FieldSum {
  key: string;
  answered: number;
  sum: string;
  /** Of returns that were carried forward when the round closed. */
  estimated: number;
  estimatedSum: string;
}
