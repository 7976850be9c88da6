import { agreementState, expiryOn, type Linked } from "@/lib/domain/agreements/rules";
import type { AgreementState } from "@/lib/domain/agreements/schema";
import { type CivilDate, maxDate } from "@/lib/platform/dates/civil";
import type { AgreementFacts, CommitmentFacts, ProjectFacts, RollUp, Standing } from "./types";

/** The part of a roll-up that counts the agreements of a state. */
export const partOf = {
  ACTIVE: "withActiveProjects",
  DELIVERED: "delivered",
  LAPSED: "lapsed",
  SILENT: "silent",
  IN_FORCE: "inForce",
} as const satisfies Record<AgreementState, keyof RollUp>;

/** What became of agreements, in numbers. One that was not yet signed counts nowhere, so the parts add up. */
export function computeRollUp(states: Iterable<AgreementState | null>): RollUp {
  const sum = { signed: 0, withActiveProjects: 0, delivered: 0, lapsed: 0, silent: 0, inForce: 0 };
  for (const state of states) {
    if (state === null) continue;
    sum.signed += 1;
    sum[partOf[state]] += 1;
  }
  return sum;
}

/** How each part differs from an earlier day's. */
export function computeChange(now: RollUp, before: RollUp): RollUp {
  const change = { ...now };
  for (const part of Object.keys(now) as (keyof RollUp)[]) change[part] = now[part] - before[part];
  return change;
}

/** An agreement's standing on a day from all that hangs on it: what the database sums (facts-standings.ts). */
export function computeStanding(facts: AgreementFacts, on: CivilDate): Standing {
  const linked = computeLinked(facts, on);
  return {
    ...{ id: facts.id, ...linked },
    state: agreementState(facts, linked, on),
    expiresOn: expiryOn(facts, on),
  };
}

function computeLinked(
  { signedOn, projects, commitments, activityOn }: AgreementFacts,
  on: CivilDate,
): Linked {
  const live = projects.filter(({ cancelledOn }) => !by(cancelledOn, on));
  const due = commitments.filter(({ baselineOn, waivedOn }) => by(baselineOn, on) && !by(waivedOn, on));
  return {
    projects: live.length,
    projectsDelivered: live.filter(({ deliveredOn }) => by(deliveredOn, on)).length,
    projectsActive: live.filter((project) => hasBegun(project, on) && !by(project.deliveredOn, on)).length,
    commitments: due.length,
    commitmentsMet: due.filter((commitment) => isMet(commitment, on)).length,
    lastActivityOn: maxDate(signedOn, ...activityOn.filter((day) => day <= on)),
  };
}

const by = (day: CivilDate | null, on: CivilDate) => day !== null && day <= on;

/** Where no first day is known, its stage says whether work had begun. */
function hasBegun({ startedOn, stage }: ProjectFacts, on: CivilDate): boolean {
  return startedOn === null ? stage === "ACTIVE" || stage === "DELIVERED" : startedOn <= on;
}

/** Whether the last measurement by the day reaches the target; a falling target is reached from above. */
function isMet({ measurements, baseline, target }: CommitmentFacts, on: CivilDate): boolean {
  let last: (typeof measurements)[number] | null = null;
  for (const measurement of measurements) {
    if (measurement.on <= on && (last === null || measurement.on >= last.on)) last = measurement;
  }
  if (last === null) return false;
  return target < baseline ? last.value <= target : last.value >= target;
}
