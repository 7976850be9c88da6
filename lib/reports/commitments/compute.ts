import { type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import type { Actual, CommitmentFact, CommitmentFigures, Outcome } from "@/lib/reports/commitments/types";

const PLACES = 4;
const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;
/** From this share of the way on, what is due counts as partly met: 80 %, as a fraction. */
const PARTLY = { of: 4n, from: 5n };

/** A value as a fraction of whole ten-thousandths, so that nothing is rounded before the end. */
type Fraction = { over: bigint; under: bigint };

/** A decimal text in ten-thousandths. @throws RangeError where it has more than four decimal places */
function toUnits(text: string): bigint {
  const match = SHAPE.exec(text);
  const decimals = (match?.[3] ?? "").replace(/0+$/, "");
  if (!match || decimals.length > PLACES) throw new RangeError(`Not a number to ${PLACES} places: ${text}`);
  const units = BigInt(match[2] + decimals.padEnd(PLACES, "0"));
  return match[1] ? -units : units;
}

/** Half away from zero, to four places, without trailing zeros. */
function toText({ over, under }: Fraction): string {
  const sign = over < 0n !== under < 0n && over !== 0n ? "-" : "";
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const digits = ((a * 2n + b) / (b * 2n)).toString().padStart(PLACES + 1, "0");
  const decimals = digits.slice(-PLACES).replace(/0+$/, "");
  const text = digits.slice(0, -PLACES) + (decimals ? `.${decimals}` : "");
  return text === "0" ? "0" : sign + text;
}

/** A quotient at a number's precision; null over nothing. */
function toRatio(over: bigint, under: bigint): number | null {
  if (under === 0n) return null;
  const [a, b] = [Number(over), Number(under)];
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a / b;
  const scale = 10n ** 15n;
  return Number((over * scale) / under) / Number(scale);
}

/**
 * What the path expects on a day. Linear: by days, baseline + (target − baseline) × days elapsed / days in all, and
 * held at its ends. Stepped: the last step by then; before the first the baseline, from the due day on the target.
 */
function expectedOn(fact: CommitmentFact, on: CivilDate): Fraction {
  const [baseline, target] = [toUnits(fact.baselineValue), toUnits(fact.targetValue)];
  if (on >= fact.targetOn) return { over: target, under: 1n };
  if (on <= fact.baselineOn) return { over: baseline, under: 1n };
  if (fact.path === "STEPPED") {
    const come = fact.steps.filter((step) => step.on <= on).sort((a, b) => (a.on < b.on ? -1 : 1));
    const last = come.at(-1);
    return { over: last ? toUnits(last.value) : baseline, under: 1n };
  }
  const all = BigInt(daysBetween(fact.baselineOn, fact.targetOn));
  const gone = BigInt(daysBetween(fact.baselineOn, on));
  return { over: baseline * all + (target - baseline) * gone, under: all };
}

/** What the path expects on a day, to four places. */
export function computeExpected(fact: CommitmentFact, on: CivilDate): string {
  return toText(expectedOn(fact, on));
}

/** The last value by a day; null where there is none yet. */
export function pickActual(measurements: Actual[], on: CivilDate): Actual | null {
  return measurements.reduce<Actual | null>(
    (last, one) => (one.on <= on && (!last || one.on > last.on) ? one : last),
    null,
  );
}

/**
 * A commitment on a day. Attainment = (actual − baseline) / (target − baseline), not clamped, so that falling targets
 * work by themselves; pace = (actual − baseline) / (expected − baseline). Its outcome is open before it is due; then
 * met from 100 %, partly from 80 %, else not met; waived from the day of that decision on.
 */
export function computeCommitment(
  fact: CommitmentFact,
  actual: Actual | null,
  on: CivilDate,
): CommitmentFigures {
  const [baseline, target] = [toUnits(fact.baselineValue), toUnits(fact.targetValue)];
  const value = actual ? toUnits(actual.value) : baseline;
  const expected = expectedOn(fact, on);
  const [gone, way] = [value - baseline, target - baseline];
  return {
    actual: toText({ over: value, under: 1n }),
    actualOn: actual?.on ?? null,
    expected: toText(expected),
    attainment: toRatio(gone, way),
    pace: toRatio(gone * expected.under, expected.over - baseline * expected.under),
    outcome: toOutcome(fact, gone, way, on),
  };
}

function toOutcome(fact: CommitmentFact, gone: bigint, way: bigint, on: CivilDate): Outcome {
  if (fact.waivedOn !== null && fact.waivedOn <= on) return "WAIVED";
  if (on < fact.targetOn) return "OPEN";
  if (way === 0n) return "NONE";
  // Both sides in the direction of the promise.
  const [done, due] = way < 0n ? [-gone, -way] : [gone, way];
  if (done >= due) return "MET";
  return done * PARTLY.from >= due * PARTLY.of ? "PARTLY" : "NOT_MET";
}

/** The corners of the path, for a picture: a step is two points of one day. */
export function listPathPoints(fact: CommitmentFact): { on: CivilDate; value: string }[] {
  const [first, last] = [
    { on: fact.baselineOn, value: toText({ over: toUnits(fact.baselineValue), under: 1n }) },
    { on: fact.targetOn, value: toText({ over: toUnits(fact.targetValue), under: 1n }) },
  ];
  if (fact.path === "LINEAR") return [first, last];
  const steps = fact.steps
    .filter(({ on }) => on > fact.baselineOn && on < fact.targetOn)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const points = [first];
  for (const step of [...steps, last]) {
    points.push({ on: step.on, value: points.at(-1)?.value ?? first.value });
    points.push({ on: step.on, value: toText({ over: toUnits(step.value), under: 1n }) });
  }
  return points;
}

/** How many have which outcome on a day. */
export function countOutcomes(figures: Pick<CommitmentFigures, "outcome">[]): Record<Outcome, number> {
  const counts = { OPEN: 0, MET: 0, PARTLY: 0, NOT_MET: 0, WAIVED: 0, NONE: 0 };
  for (const { outcome } of figures) counts[outcome] += 1;
  return counts;
}
