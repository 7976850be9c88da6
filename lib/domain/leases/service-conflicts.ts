import "server-only";
import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { AppError, conflict, invalid, messageOf } from "@/lib/platform/errors/app-error";
import { computeInForcePeriod } from "./rules";
import type { CreateLeaseInput } from "./schema";

export type Terms = Pick<
  CreateLeaseInput,
  | "startsOn"
  | "endsOn"
  | "movedInOn"
  | "terminatedOn"
  | "movedOutOn"
  | "holdover"
  | "subleaseOfId"
  | "signedOn"
> & { lines: Pick<CreateLeaseInput["lines"][number], "unitId" | "lineFrom" | "lineTo">[] };

type Other = { unit: string; lease_no: string; tenant: string; from: Date; to: Date | null };

/**
 * Each exclusive unit is free on the days that the terms would hold it.
 * @throws AppError INVALID, each message naming the other lease and its dates, beside its line
 */
export async function assertUnitsFree(on: Db, leaseId: string | null, terms: Terms): Promise<void> {
  if (terms.subleaseOfId) return;
  const wanted = terms.lines.flatMap((line, i) => {
    const period = computeInForcePeriod(toTerms(terms, line));
    return period ? [{ i, unitId: line.unitId, ...period }] : [];
  });
  if (wanted.length === 0) return;
  const others = await on.$queryRaw<(Other & { i: number })[]>(Prisma.sql`
    SELECT DISTINCT ON (w.i) w.i, u.code AS unit, s.lease_no, coalesce(e.name_zh, e.name_en) AS tenant,
      l.in_force_from AS "from", l.in_force_to AS "to"
    FROM unnest(${wanted.map(({ i }) => i)}::int[], ${wanted.map(({ unitId }) => unitId)}::uuid[],
      ${wanted.map(({ from }) => from)}::date[], ${wanted.map(({ to }) => to)}::date[]) AS w (i, unit_id, starts, ends)
    JOIN lease_lines l ON l.unit_id = w.unit_id AND l.exclusive AND NOT l.sublease AND l.in_force_from IS NOT NULL
      AND l.lease_id IS DISTINCT FROM ${leaseId}::uuid
      AND daterange(l.in_force_from, l.in_force_to, '[]') && daterange(w.starts, w.ends, '[]')
    JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id JOIN enterprises e ON e.id = s.enterprise_id
    ORDER BY w.i, l.in_force_from`);
  const errors = Object.fromEntries(others.map((other) => [`lines.${other.i}.unitId`, toWords(other)]));
  const first = Object.values(errors)[0];
  if (first) throw invalid(errors, first);
}

function toTerms(terms: Terms, line: Terms["lines"][number]) {
  return {
    signedOn: terms.signedOn as CivilDate | null,
    startsOn: toCivil(terms.startsOn),
    endsOn: toCivil(terms.endsOn),
    movedInOn: toCivilOrNull(terms.movedInOn),
    terminatedOn: toCivilOrNull(terms.terminatedOn),
    movedOutOn: toCivilOrNull(terms.movedOutOn),
    holdover: terms.holdover,
    lineFrom: toCivilOrNull(line.lineFrom),
    lineTo: toCivilOrNull(line.lineTo),
  };
}

function toWords({ unit, lease_no: lease, tenant, from, to }: Other): string {
  const named = { unit, lease, tenant, from: toCivil(from) };
  return to === null
    ? messageOf("leases.errors.letTwiceOpen", named)
    : messageOf("leases.errors.letTwice", { ...named, to: toCivil(to) });
}

/**
 * Runs a write; where two writers raced and the database's own constraint decided, looks again so that the
 * refusal names the lease that won. The other rules of lettings get their figures from the database's words.
 */
export async function naming<T>(
  leaseId: string | null,
  terms: () => Terms | undefined,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof AppError && error.message === "leases.errors.letTwice") {
      const wanted = terms();
      if (wanted) await assertUnitsFree(db, leaseId, wanted);
      throw conflict("leases.errors.letTwiceUnnamed", { lines: "leases.errors.letTwiceUnnamed" });
    }
    throw error;
  }
}
