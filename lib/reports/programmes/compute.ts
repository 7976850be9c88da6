import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { toRate } from "@/lib/platform/money/hundredths";
import type { ProgrammeFact, ProgrammeFigures, ProgrammeReason, ProgrammeYear } from "./types";

/**
 * Below this share of the path a programme is red, and below all of it amber: the same lines as DOMAIN 3 draws for the
 * outcome of a commitment (met at 100 %, partly from 80 %). Points of the target, by which projects are judged, would
 * say nothing in a programme's first years: three years without anybody are 30 points of ten.
 */
export const FAR_BELOW = 0.8;

/** An institute has so many days after a year's end to report it; then the programme is at risk for its silence. */
export const REPORT_WITHIN_DAYS = 90;

/**
 * A training programme on a day, from the cohorts reported by then.
 *
 * Trained is Σ completed. Attainment is trained / target. The path is what is expected by the end of the last year that
 * has ended and is reported: counts are compared with the path of the years that they speak of, and a year for which
 * nobody reported says so itself, as a reason, instead of making the others look late. A year without a step of its
 * own takes an even share of what the named ones leave of the target. (DOMAIN 2 programmes, 3 trained; issue 4 no. 8.)
 */
export function computeProgramme(fact: ProgrammeFact, on: CivilDate): ProgrammeFigures {
  const years = toYears(fact);
  const sum = (part: "completed" | "enrolled" | "planned" | "dropped" | "placed") =>
    fact.cohorts.reduce((total, cohort) => total + cohort[part], 0);
  const trained = sum("completed");
  const reported = years.filter(({ year, cohort }) => cohort !== null && endOf(year) <= on);
  const due = reported.at(-1) ?? null;
  const expected = due?.expected ?? 0;
  const pace = toRate(trained, expected);
  const reasons = toReasons(years, pace, due !== null, on);
  return {
    trained,
    enrolled: sum("enrolled"),
    planned: sum("planned"),
    dropped: sum("dropped"),
    placed: sum("placed"),
    attainment: toRate(trained, fact.target),
    pathYear: due?.year ?? null,
    expected,
    path: toRate(expected, fact.target),
    pace,
    rag: toRag(reasons),
    reasons,
    years,
  };
}

/** The path year by year; expected and trained run up, and are divided once, here. */
function toYears({ target, firstYear, lastYear, cohorts }: ProgrammeFact): ProgrammeYear[] {
  const byYear = new Map(cohorts.map((cohort) => [cohort.year, cohort]));
  const all = Array.from({ length: lastYear - firstYear + 1 }, (_, n) => firstYear + n);
  const named = all.flatMap((year) => byYear.get(year)?.path ?? []);
  const left = Math.max(0, target - named.reduce((total, path) => total + path, 0));
  const open = all.length - named.length;
  let own = 0;
  let even = 0;
  let trained = 0;
  return all.map((year) => {
    const cohort = byYear.get(year) ?? null;
    const step = cohort?.path ?? null;
    if (step === null) even += 1;
    else own += step;
    trained += cohort?.completed ?? 0;
    // Not added up step by step: a third of a person each year would drift.
    const expected = own + (open > 0 ? (left * even) / open : 0);
    return { year, path: step ?? left / open, expected, trained: cohort ? trained : null, cohort };
  });
}

function toReasons(years: ProgrammeYear[], pace: number | null, due: boolean, on: CivilDate) {
  const reasons: ProgrammeReason[] = [];
  if (pace !== null && pace < FAR_BELOW) reasons.push({ code: "FAR_BELOW", pace, threshold: FAR_BELOW });
  else if (pace !== null && pace < 1) reasons.push({ code: "BELOW", pace, threshold: 1 });
  for (const { year, cohort } of years) {
    if (cohort === null && addDays(endOf(year), REPORT_WITHIN_DAYS) < on) {
      reasons.push({ code: "UNREPORTED", year });
    }
  }
  if (!due && reasons.length === 0) reasons.push({ code: "NOTHING_DUE" });
  return reasons;
}

function toRag(reasons: ProgrammeReason[]) {
  const codes = new Set(reasons.map(({ code }) => code));
  if (codes.has("FAR_BELOW")) return "RED" as const;
  if (codes.has("BELOW") || codes.has("UNREPORTED")) return "AMBER" as const;
  return codes.has("NOTHING_DUE") ? ("GREY" as const) : ("GREEN" as const);
}

function endOf(year: number): CivilDate {
  return toCivil(`${year}-12-31`);
}
