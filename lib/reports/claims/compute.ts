import type { CivilDate } from "@/lib/platform/dates/civil";
import type { ClaimComparison } from "@/lib/platform/db/generated/enums";
import type { BindingState, BoundFigure, ClaimFigures, ClaimState, FigureAsk, FigureLookup } from "./types";

type Binding = Omit<FigureAsk, "on"> & { id: string; comparison: ClaimComparison; said: string };
type Claim = { asOf: CivilDate; withdrawnOn: CivilDate | null; bindings: Binding[] };

/** How a figure stands to what was said of it. (Issue 4 no. 10: an alarm when it falls below what was said.) */
export function compare(value: number | null, comparison: ClaimComparison, said: number): BindingState {
  if (value === null) return "UNKNOWN";
  if (comparison === "MORE_THAN") return value > said ? "HOLDS" : "BELOW";
  if (value < said) return "BELOW";
  return comparison === "EQUALS" && value > said ? "ABOVE" : "HOLDS";
}

/** A claim on a day: each of its figures then and now, and the gravest of their states. */
export function computeClaim(claim: Claim, on: CivilDate, figures: FigureLookup): ClaimFigures {
  const bindings = claim.bindings.map(({ id, comparison, said: text, ...figure }): BoundFigure => {
    const said = Number(text);
    const valueThen = figures({ ...figure, on: claim.asOf });
    const valueNow = figures({ ...figure, on });
    const [stateThen, state] = [compare(valueThen, comparison, said), compare(valueNow, comparison, said)];
    return { id, comparison, said, valueThen, stateThen, valueNow, state };
  });
  return { state: toState(claim, bindings, on), bindings };
}

function toState({ withdrawnOn }: Claim, bindings: BoundFigure[], on: CivilDate): ClaimState {
  if (withdrawnOn !== null && withdrawnOn <= on) return "WITHDRAWN";
  if (bindings.length === 0) return "UNBOUND";
  const gravest = (["BELOW", "UNKNOWN", "ABOVE"] as const).find((state) =>
    bindings.some((bound) => bound.state === state),
  );
  return gravest ?? "HOLDS";
}

/** What a claim is evaluated from: each of its figures on its own day and on the reader's. */
export function toAsks(claims: Claim[], on: CivilDate): FigureAsk[] {
  return claims.flatMap(({ asOf, bindings }) =>
    bindings.flatMap(({ metric, scope, scopeId, currency }) =>
      [asOf, on].map((day) => ({ metric, scope, scopeId, currency, on: day })),
    ),
  );
}
