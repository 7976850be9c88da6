import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, maxDate, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { constraintOf } from "@/lib/platform/db/constraints";
import type { UnitChange } from "@/lib/platform/db/generated/enums";
import { invalid } from "@/lib/platform/errors/app-error";
import { fromHundredths, type Hundredths } from "@/lib/platform/money/hundredths";
import type { CustomKept } from "../custom-fields/dto";
import type { findUnitInScope } from "./queries";
import { type ContinuingLine, listContinuingLines } from "./queries-changes";
import type { UnitAvailability } from "./rules";
import type { Continuation } from "./service-continuations";

export type Predecessor = Awaited<ReturnType<typeof findUnitInScope>>;
export type Successor = {
  code: string;
  area: Hundredths;
  availability: UnitAvailability;
  seats: number | null;
  remeasureNote: string | null;
};

/**
 * Closes units on a day and opens their successors, within an open change set: lineage and the leases that go on
 * with them. The closed rows keep all they say but their end, so every older figure stays.
 * @param fieldOf the form's field of a successor's code or area, for the words of a refusal
 * @throws AppError INVALID where a code is taken or a lease no longer fits, STALE where a unit was saved meanwhile
 */
export async function succeedUnits(
  tx: Tx,
  viewer: Viewer,
  plan: {
    change: UnitChange;
    on: CivilDate;
    before: [Predecessor, ...Predecessor[]];
    after: Successor[];
    continueLines: (lines: ContinuingLine[]) => Continuation[];
    fieldOf: (successor: number, name: "code" | "area") => string;
  },
) {
  const { before, after, on } = plan;
  const [first] = before;
  const closing = before.map(({ id }) => id);
  await assertCodesFree(tx, plan, closing);
  const continued = plan.continueLines(await listContinuingLines(tx, viewer, closing, on));

  // A successor may bear the code of the unit that it succeeds, which is closed a moment later.
  await tx.$executeRaw`SET CONSTRAINTS units_code_once DEFERRED`;
  const ids = after.map(() => newId());
  await tx.unit.createMany({
    data: after.map((unit, i) => ({
      ...unit,
      id: ids[i] ?? "",
      area: fromHundredths(unit.area),
      parkId: first.parkId,
      buildingId: first.buildingId,
      floorId: first.floorId,
      use: first.use,
      shared: first.shared,
      custom: joinCustom(before),
      validFrom: fromCivil(on),
    })),
  });
  await tx.unitSuccession.createMany({
    data: closing.flatMap((fromUnitId) =>
      ids.map((toUnitId) => ({ id: newId(), change: plan.change, fromUnitId, toUnitId })),
    ),
  });
  await continueLines(tx, plan, continued, ids);
  for (const unit of before) await updateVersion(tx, tx.unit, unit, { validTo: fromCivil(on) });
  await tx.$executeRaw`SET CONSTRAINTS units_code_once IMMEDIATE`;
  return { id: ids[0] ?? "", ids, from: first.id };
}

/** Values of custom fields go on; of units that become one, the first that says something is heard. */
function joinCustom(before: Predecessor[]): CustomKept {
  return Object.assign({}, ...before.map(({ custom }) => custom).reverse());
}

type Plan = Parameters<typeof succeedUnits>[2];

async function assertCodesFree(tx: Tx, { before, after, on, fieldOf }: Plan, closing: string[]) {
  const codes = after.map(({ code }) => code);
  const taken = await tx.unit.findMany({
    where: {
      buildingId: before[0].buildingId,
      code: { in: codes },
      id: { notIn: closing },
      OR: [{ validTo: null }, { validTo: { gt: fromCivil(on) } }],
    },
    select: { code: true },
  });
  if (taken.length === 0) return;
  const fields = taken.map(({ code }) => [fieldOf(codes.indexOf(code), "code"), "units.errors.codeTaken"]);
  throw invalid(Object.fromEntries(fields));
}

async function continueLines(tx: Tx, { on, fieldOf }: Plan, continued: Continuation[], ids: string[]) {
  if (continued.length === 0) return;
  try {
    await tx.leaseLine.createMany({
      data: continued.map(({ line, successor, area, seats }) => ({
        leaseId: line.leaseId,
        unitId: ids[successor] ?? "",
        area: fromHundredths(area),
        seats,
        lineFrom: fromCivil(maxDate(on, toCivilOrNull(line.lineFrom))),
        lineTo: line.lineTo,
      })),
    });
  } catch (error) {
    const message = refusals[constraintOf(error) ?? ""];
    if (!message) throw error;
    throw invalid({ [fieldOf(continued[0]?.successor ?? 0, "area")]: message }, message);
  }
  // An editor who still sees the lease without these lines would take them away again.
  const leases = [...new Set(continued.map(({ line }) => line.leaseId))];
  await tx.lease.updateMany({ where: { id: { in: leases } }, data: { version: { increment: 1 } } });
}

const refusals: Record<string, string> = {
  lease_lines_fit: "units.errors.noLongerFits",
  lease_lines_let_once: "units.errors.twoLeases",
  lease_lines_within_head: "leases.errors.beyondHead",
};
