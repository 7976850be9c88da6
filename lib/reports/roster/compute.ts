import type { EmployeeEmployment } from "@/lib/platform/db/generated/enums";

/** A person of a roster, in so far as they count. */
export interface RosterPerson {
  joinedOn: string;
  leftOn: string | null;
  employment: EmployeeEmployment;
  intern: boolean;
}

/**
 * A roster on a day. Everybody who had joined by then stands in exactly one of: left, intern, outsourced, or one of
 * the three kinds that a headcount is made of, whose sum is `counted`.
 */
export interface RosterCount {
  joined: number;
  left: number;
  interns: number;
  outsourced: number;
  own: number;
  dispatched: number;
  other: number;
  counted: number;
}

export const NOBODY: RosterCount = {
  joined: 0,
  left: 0,
  interns: 0,
  outsourced: 0,
  own: 0,
  dispatched: 0,
  other: 0,
  counted: 0,
};

const kinds = {
  OWN: "own",
  DISPATCHED: "dispatched",
  OTHER: "other",
  OUTSOURCED: "outsourced",
} as const satisfies Record<EmployeeEmployment, keyof RosterCount>;

/**
 * The headcount that a roster makes on a day: persons working in and paid by the firm on it. Contracts that ended by
 * that day do not count, nor interns; outsourced staff belong to the contractor.
 */
export function computeRosterCount(people: RosterPerson[], on: string): RosterCount {
  const count = { ...NOBODY };
  for (const { joinedOn, leftOn, intern, employment } of people) {
    if (joinedOn > on) continue;
    count.joined += 1;
    const kind = leftOn !== null && leftOn <= on ? "left" : intern ? "interns" : kinds[employment];
    count[kind] += 1;
  }
  count.counted = count.own + count.dispatched + count.other;
  return count;
}

/** Several rosters as one. */
export function sumRosters(counts: RosterCount[]): RosterCount {
  const sum = { ...NOBODY };
  for (const count of counts) {
    for (const key of Object.keys(sum) as (keyof RosterCount)[]) sum[key] += count[key];
  }
  return sum;
}

/** What the declared headcount has beyond the roster's, once interns, outsourced and those who left are taken off. */
export function computeResidual(declared: number | null, count: RosterCount): number | null {
  return declared === null ? null : declared - count.counted;
}

type Beside = {
  park: { code: string };
  declared: number | null;
  count: RosterCount;
  residual: number | null;
};

/** One row a park. Firms that declared nothing are in the roster and not in the difference. */
export function toParkRows<Row extends Beside>(rows: Row[]): Row[] {
  const parks = new Map<string, Row[]>();
  for (const row of rows) parks.set(row.park.code, [...(parks.get(row.park.code) ?? []), row]);
  return [...parks.keys()].sort().map((code) => {
    const inside = parks.get(code) ?? [];
    const said = inside.filter(({ declared }) => declared !== null);
    const sum = (pick: (row: Row) => number | null) =>
      said.length === 0 ? null : said.reduce((total, row) => total + (pick(row) ?? 0), 0);
    return {
      ...(inside[0] as Row),
      count: sumRosters(inside.map(({ count }) => count)),
      declared: sum(({ declared }) => declared),
      residual: sum(({ residual }) => residual),
    };
  });
}
