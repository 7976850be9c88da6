import { describe, expect, it } from "vitest";
import {
  computeResidual,
  computeRosterCount,
  NOBODY,
  type RosterPerson,
  sumRosters,
  toParkRows,
} from "./compute";

const person = (given: Partial<RosterPerson> = {}): RosterPerson => ({
  joinedOn: "2022-01-10",
  leftOn: null,
  employment: "OWN",
  intern: false,
  ...given,
});
const many = (n: number, given: Partial<RosterPerson> = {}) => Array.from({ length: n }, () => person(given));

describe("the count of a roster on 30 September", () => {
  const on = "2022-09-30";

  it("explains a declared 120 beside a roster of 131", () => {
    // 131 − 2 left − 6 interns − 3 outsourced = 120 = 100 own + 15 dispatched + 5 other
    const people = [
      ...many(100),
      ...many(15, { employment: "DISPATCHED" }),
      ...many(5, { employment: "OTHER" }),
      ...many(3, { employment: "OUTSOURCED" }),
      ...many(6, { intern: true }),
      ...many(2, { leftOn: "2022-09-30" }),
      ...many(4, { joinedOn: "2022-10-01" }),
    ];
    const count = computeRosterCount(people, on);
    expect(count).toEqual({
      ...{
        joined: 131,
        left: 2,
        interns: 6,
        outsourced: 3,
        own: 100,
        dispatched: 15,
        other: 5,
        counted: 120,
      },
    });
    expect(computeResidual(120, count)).toBe(0);
    expect(computeResidual(124, count)).toBe(4);
    expect(computeResidual(null, count)).toBeNull();
  });

  it("takes nobody off twice: an intern who left has left, an outsourced intern is an intern", () => {
    const people = [
      person({ intern: true, leftOn: "2022-05-01" }),
      person({ intern: true, employment: "OUTSOURCED" }),
    ];
    expect(computeRosterCount(people, on)).toMatchObject({ joined: 2, left: 1, interns: 1, outsourced: 0 });
  });

  it("counts whoever joins on the day, and whoever leaves the day after", () => {
    expect(computeRosterCount([person({ joinedOn: on }), person({ leftOn: "2022-10-01" })], on).counted).toBe(
      2,
    );
  });
});

it("parks sum their firms, and compare what was declared alone", () => {
  const row = (code: string, declared: number | null, counted: number) => {
    const count = { ...NOBODY, joined: counted, own: counted, counted };
    return { park: { code }, declared, count, residual: computeResidual(declared, count) };
  };
  const rows = toParkRows([row("B", 10, 8), row("A", null, 3), row("B", 5, 6), row("B", null, 4)]);
  // B: declared 10 + 5, differences +2 and −1; the four of the silent firm are on the roster and no difference.
  expect(
    rows.map(({ park, declared, residual, count }) => [park.code, declared, residual, count.counted]),
  ).toEqual([
    ["A", null, null, 3],
    ["B", 15, 1, 18],
  ]);
  expect(sumRosters([])).toEqual(NOBODY);
});
