import { toRate } from "@/lib/platform/money/hundredths";
import type { ReturnFact, RoundFigures, RoundSums } from "./types";

const isUsable = ({ state }: ReturnFact) => state === "SUBMITTED" || state === "ACCEPTED";

/** What the figures of a round are made of, from its returns one by one; the database says the same in one statement. */
export function sumReturns(facts: readonly ReturnFact[]): RoundSums {
  const asked = facts.filter(({ state }) => state !== "EXEMPT");
  const usable = asked.filter(isUsable);
  const accepted = asked.filter(({ declared }) => declared !== null);
  const count = (state: ReturnFact["state"]) => asked.filter((fact) => fact.state === state).length;
  const exempt = (exemption: ReturnFact["exemption"]) =>
    facts.filter((fact) => fact.state === "EXEMPT" && fact.exemption === exemption).length;
  const known = (some: ReturnFact[]) => some.reduce((sum, fact) => sum + (fact.known ?? 0), 0);
  return {
    all: facts.length,
    registeredOnly: exempt("REGISTERED_ONLY"),
    publicBodies: exempt("PUBLIC_BODY"),
    exemptOther: exempt("OTHER"),
    inScope: asked.length,
    usable: usable.length,
    onTime: usable.filter(({ inTime }) => inTime === true).length,
    late: usable.filter(({ inTime }) => inTime === false).length,
    notStarted: count("NOT_STARTED"),
    draft: count("DRAFT"),
    submitted: count("SUBMITTED"),
    returned: count("RETURNED"),
    accepted: count("ACCEPTED"),
    estimated: count("ESTIMATED"),
    known: known(asked),
    knownOfUsable: known(usable),
    acceptedPeople: accepted.reduce((sum, { declared }) => sum + (declared ?? 0), 0),
    carriedPeople: known(asked.filter(({ declared }) => declared === null)),
  };
}

/** Response, punctuality and coverage are three different numbers: of firms, of firms, and of people. */
export function computeRound(sums: RoundSums): RoundFigures {
  const people = sums.acceptedPeople + sums.carriedPeople;
  return {
    ...sums,
    responseRate: toRate(sums.usable, sums.inScope),
    onTimeRate: toRate(sums.onTime, sums.inScope),
    coverageRate: toRate(sums.knownOfUsable, sums.known),
    people,
    estimatedShare: toRate(sums.carriedPeople, people),
  };
}
