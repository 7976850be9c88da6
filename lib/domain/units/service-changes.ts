import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { invalid, notFound } from "@/lib/platform/errors/app-error";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { inChangeSet, type Within } from "../in-change-set";
import { unitSelect } from "./dto";
import { lockUnitsInScope } from "./queries-lock";
import { findChangeProblem, findImbalance } from "./rules";
import type {
  ChangeUnitAvailabilityInput,
  MergeUnitsInput,
  RemeasureUnitInput,
  SplitUnitInput,
} from "./schema";
import { areaOf, continueInParts, joinLines } from "./service-continuations";
import { type Predecessor, type Successor, succeedUnits } from "./service-succession";

/** Parts take a unit's place from a day on; each lease in force then or later goes on in the parts named for it. */
export async function splitUnit(viewer: Viewer, input: SplitUnitInput, within?: Within) {
  return inChangeSet(
    viewer,
    "units.split",
    input.reason,
    async (tx) => {
      const [unit] = await findChanging(tx, viewer, input, [input.id]);
      const areas = input.parts.map(({ area }) => toHundredths(area));
      const remeasureNote = assertBalanced([unit], areas, input.reason);
      return succeedUnits(tx, viewer, {
        change: "SPLIT",
        on: input.on,
        before: [unit],
        after: input.parts.map(({ code, area, seats }) => ({
          ...{ code, seats, remeasureNote },
          area: toHundredths(area),
          availability: unit.availability,
        })),
        continueLines: (lines) => continueInParts(lines, input.parts, areas),
        fieldOf: (part, name) => `parts.${part}.${name}`,
      });
    },
    within,
  );
}

/** One unit takes the place of several of a floor from a day on; their leases go on in it. */
export async function mergeUnits(viewer: Viewer, input: MergeUnitsInput, within?: Within) {
  return inChangeSet(
    viewer,
    "units.merge",
    input.reason,
    async (tx) => {
      const others = input.unitIds.filter((id) => id !== input.id);
      if (others.length === 0) throw invalid({}, "units.errors.twoUnits");
      const units = await findChanging(tx, viewer, input, [input.id, ...others]);
      const [first] = units;
      const alike = units.every(
        ({ floorId, availability, shared }) =>
          floorId === first.floorId && availability === first.availability && shared === first.shared,
      );
      if (!alike) throw invalid({}, "units.errors.notAlike");
      const sum = units.reduce((total, unit) => total + areaOf(unit), 0);
      const area = input.area === null ? sum : toHundredths(input.area);
      const seats = units.reduce((total, unit) => total + (unit.seats ?? 0), 0) || null;
      const remeasureNote = assertBalanced(units, [area], input.reason);
      return succeedOne(tx, viewer, "MERGE", input, units, {
        ...{ code: input.code, area, seats, remeasureNote },
        availability: first.availability,
      });
    },
    within,
  );
}

/** The unit measures otherwise from a day on; older figures keep the area that they had. */
export async function remeasureUnit(viewer: Viewer, input: RemeasureUnitInput, within?: Within) {
  return inChangeSet(
    viewer,
    "units.remeasure",
    input.reason,
    async (tx) => {
      const units = await findChanging(tx, viewer, input, [input.id]);
      const [unit] = units;
      const area = toHundredths(input.area);
      if (area === areaOf(unit)) throw invalid({ area: "units.errors.sameArea" });
      const { code, seats, availability } = unit;
      const remeasureNote = input.reason;
      return succeedOne(tx, viewer, "REMEASURE", input, units, {
        ...{ code, seats, availability, area, remeasureNote },
      });
    },
    within,
  );
}

/** The unit joins or leaves the stock that is there to be let, from a day on. */
export async function changeUnitAvailability(
  viewer: Viewer,
  input: ChangeUnitAvailabilityInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "units.changeAvailability",
    input.reason,
    async (tx) => {
      const units = await findChanging(tx, viewer, input, [input.id]);
      const [unit] = units;
      const { availability } = input;
      if (availability === unit.availability)
        throw invalid({ availability: "units.errors.sameAvailability" });
      const { code, seats } = unit;
      return succeedOne(tx, viewer, "AVAILABILITY", input, units, {
        ...{ code, seats, availability, area: areaOf(unit), remeasureNote: null },
      });
    },
    within,
  );
}

type Units = [Predecessor, ...Predecessor[]];

/** The units within reach, locked, in the order asked; each must be one that can change on the day. */
async function findChanging(
  tx: Tx,
  viewer: Viewer,
  { on, id, version }: { on: Parameters<typeof findChangeProblem>[1]; id: string; version: number },
  ids: string[],
): Promise<Units> {
  await lockUnitsInScope(tx, viewer, ids);
  const found = await tx.unit.findMany({ where: { id: { in: ids } }, select: unitSelect });
  const units = ids.flatMap((unitId) => found.find((unit) => unit.id === unitId) ?? []);
  for (const unit of units) {
    const problem = findChangeProblem(
      { validFrom: toCivil(unit.validFrom), validTo: toCivilOrNull(unit.validTo) },
      on,
    );
    if (problem) throw invalid({ on: problem });
  }
  const [first, ...rest] = units;
  if (!first) throw notFound();
  // What the editor saw of the unit asked for; the others are as they are now.
  return [{ ...first, version: first.id === id ? version : first.version }, ...rest];
}

/** @returns the reason to keep with the new areas, null where they add up */
function assertBalanced(units: Predecessor[], after: number[], reason: string | null): string | null {
  const before = units.map(areaOf);
  const problem = findImbalance(before, after, reason);
  if (problem) throw invalid({ reason: problem });
  return findImbalance(before, after, null) ? reason : null;
}

/** All lines go on in the one successor; a lease of several of the units has one line there. */
function succeedOne(
  tx: Tx,
  viewer: Viewer,
  change: "MERGE" | "REMEASURE" | "AVAILABILITY",
  { on }: Pick<RemeasureUnitInput, "on">,
  before: Units,
  successor: Successor,
) {
  return succeedUnits(tx, viewer, {
    ...{ change, on, before, after: [successor] },
    continueLines: joinLines,
    fieldOf: (_, name) => name,
  });
}
