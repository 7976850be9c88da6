import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import type { AgreementFacts } from "./types";

/** Worlds for tests: agreements with everything that may hang on them, the same for the same seed. */
export type World = { agreements: (AgreementFacts & { told: Told[] })[] };

/** One thing that was written down on a day, and where. */
export type Told = {
  on: CivilDate;
  by: "EVENT" | "UPDATE" | "ACTUAL" | "FORECAST" | "RAISED" | "DONE";
  /** Which of the agreement's projects it is about, where it is about one. */
  project: number | null;
};

const FIRST = toCivil("2022-01-01");
const stages = ["PROPOSED", "APPROVED", "ACTIVE", "DELIVERED", "CANCELLED"] as const;
const renewals = ["NONE", "AUTOMATIC", "BY_CONSENT"] as const;

export function makeWorld(seed: number, size: number): World {
  const random = mulberry(seed);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (p: number) => random() < p;
  const pick = <T>(of: readonly T[]) => of[below(of.length)] as T;
  const dayAfter = (day: CivilDate, most: number) => addDays(day, below(most));
  const many = <T>(most: number, make: () => T) => Array.from({ length: below(most + 1) }, make);

  return {
    agreements: Array.from({ length: size }, (_, n) => {
      const signedOn = dayAfter(FIRST, 400);
      const renewal = pick(renewals);
      const ends = renewal !== "NONE" || chance(0.5);
      const first = ends ? dayAfter(addDays(signedOn, 30), 600) : null;
      const extension = first && chance(0.3) ? dayAfter(signedOn, 500) : null;
      const projects = many(3, () => {
        const stage = pick(stages);
        const startedOn = chance(0.6) ? dayAfter(signedOn, 300) : null;
        return {
          stage,
          startedOn,
          deliveredOn: stage === "DELIVERED" ? dayAfter(startedOn ?? signedOn, 500) : null,
          cancelledOn: stage === "CANCELLED" ? dayAfter(startedOn ?? signedOn, 500) : null,
        };
      });
      const commitments = many(2, () => {
        const baselineOn = dayAfter(signedOn, 200);
        return {
          baselineOn,
          baseline: below(100),
          target: below(100),
          waivedOn: chance(0.2) ? dayAfter(baselineOn, 400) : null,
          measurements: [...new Set(many(4, () => dayAfter(baselineOn, 600)))].map((on) => ({
            on,
            value: below(100),
          })),
        };
      });
      const told: Told[] = many(5, () => {
        const on = dayAfter(signedOn, 700);
        const project = projects.length > 0 && chance(0.7) ? below(projects.length) : null;
        const of = ["UPDATE", "ACTUAL", "FORECAST", "RAISED", "DONE"] as const;
        const by = project === null ? pick(["EVENT", "RAISED", "DONE"] as const) : pick(of);
        return { on, by, project };
      });
      return {
        id: `00000000-0000-4000-8000-${String(seed * 10_000 + n).padStart(12, "0")}`,
        ...{ signedOn, renewal, renewalMonths: renewal === "NONE" ? null : 1 + below(18) },
        expiresOn: extension && first ? addDays(first, 30 + below(300)) : first,
        terminatedOn: chance(0.15) ? dayAfter(signedOn, 700) : null,
        extensions: extension ? [{ on: extension, expiredOn: first }] : [],
        ...{ projects, commitments, told },
        activityOn: [
          ...told.map(({ on }) => on),
          ...(extension ? [extension] : []),
          ...commitments.flatMap(({ measurements }) => measurements.map(({ on }) => on)),
        ],
      };
    }),
  };
}

/** Numbers from 0 to 1, the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
