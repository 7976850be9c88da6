import "server-only";
import { invalid } from "@/lib/platform/errors/app-error";
import { type Hundredths, toHundredths } from "@/lib/platform/money/hundredths";
import type { ContinuingLine } from "./queries-changes";
import { shareLineArea } from "./rules";
import type { SplitUnitInput } from "./schema";

/** Where a line goes on: in which of the successors, with how much. */
export type Continuation = {
  line: ContinuingLine;
  successor: number;
  area: Hundredths;
  seats: number | null;
};

/** Each line goes on in the parts named for its lease. @throws AppError INVALID with every lease that has none */
export function continueInParts(
  lines: ContinuingLine[],
  parts: SplitUnitInput["parts"],
  areas: Hundredths[],
): Continuation[] {
  const unnamed = lines.filter(({ leaseId }) => !parts.some((part) => part.leaseIds.includes(leaseId)));
  if (unnamed.length > 0) {
    const errors = unnamed.map(({ leaseId, lease }) => [
      `parts.0.leaseIds.${leaseId}`,
      `units.errors.unnamed?lease=${encodeURIComponent(lease.leaseNo)}`,
    ]);
    throw invalid(Object.fromEntries(errors), errors[0]?.[1]);
  }
  return lines.flatMap((line) => {
    const named = parts.flatMap(({ leaseIds }, i) => (leaseIds.includes(line.leaseId) ? [i] : []));
    const shares = shareLineArea(
      areaOf(line),
      named.map((i) => areas[i] ?? 0),
      named.length === parts.length,
    );
    return named.map((successor, i) => ({
      ...{ line, successor, area: shares[i] ?? 0 },
      seats: i === 0 ? line.seats : null,
    }));
  });
}

/** Every line goes on in the one successor; a lease of several of the units has one line there. */
export function joinLines(lines: ContinuingLine[]): Continuation[] {
  const joined = new Map<string, Continuation>();
  for (const line of lines) {
    const own = joined.get(line.leaseId);
    if (!own) {
      joined.set(line.leaseId, { line, successor: 0, area: areaOf(line), seats: line.seats });
      continue;
    }
    if (`${own.line.lineFrom} ${own.line.lineTo}` !== `${line.lineFrom} ${line.lineTo}`) {
      const message = `units.errors.linesDiffer?lease=${encodeURIComponent(line.lease.leaseNo)}`;
      throw invalid({ on: message }, message);
    }
    own.area += areaOf(line);
    own.seats = (own.seats ?? 0) + (line.seats ?? 0) || null;
  }
  return [...joined.values()];
}

export function areaOf({ area }: { area: { toFixed(places: number): string } }): Hundredths {
  return toHundredths(area.toFixed(2));
}
