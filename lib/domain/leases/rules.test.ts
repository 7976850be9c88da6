import { describe, expect, it } from "vitest";
import {
  computeInForcePeriod,
  computeLeaseStatus,
  isHoldingOver,
  isInForce,
  isSignedToBegin,
  type LeaseTerms,
} from "@/lib/domain/leases/rules";
import { toCivil } from "@/lib/platform/dates/civil";

const d = (text: string) => toCivil(text);
const terms = (changes: Partial<LeaseTerms> = {}): LeaseTerms => ({
  signedOn: d("2020-11-15"),
  startsOn: d("2021-01-01"),
  endsOn: d("2023-12-31"),
  movedInOn: null,
  terminatedOn: null,
  movedOutOn: null,
  holdover: false,
  ...changes,
});
const status = (changes: Partial<LeaseTerms>, on: string) => computeLeaseStatus(terms(changes), d(on));

describe("in force", () => {
  it("runs from the start to the end, both days included", () => {
    const days = ["2020-12-31", "2021-01-01", "2023-12-31", "2024-01-01"];
    expect(days.map((x) => isInForce(terms(), d(x)))).toEqual([false, true, true, false]);
  });

  it("begins with the move-in where it is known, earlier or later than the start", () => {
    expect(computeInForcePeriod(terms({ movedInOn: d("2020-12-01") }))?.from).toBe("2020-12-01");
    expect(computeInForcePeriod(terms({ movedInOn: d("2021-03-01") }))?.from).toBe("2021-03-01");
  });

  it("ends with the first of end, termination and move-out", () => {
    const changes = { terminatedOn: d("2022-06-30"), movedOutOn: d("2022-06-15") };
    expect(computeInForcePeriod(terms(changes))?.to).toBe("2022-06-15");
    expect(computeInForcePeriod(terms({ terminatedOn: d("2024-06-30") }))?.to).toBe("2023-12-31");
  });

  it("goes on in holdover until the tenant moves out", () => {
    expect(isHoldingOver(terms({ holdover: true }), d("2025-05-05"))).toBe(true);
    expect(isHoldingOver(terms({ holdover: true }), d("2023-12-31"))).toBe(false);
    const left = terms({ holdover: true, movedOutOn: d("2024-03-31") });
    expect(isHoldingOver(left, d("2024-03-31"))).toBe(true);
    expect(isInForce(left, d("2024-04-01"))).toBe(false);
  });

  it("never was, when it ended before anybody moved in", () => {
    expect(computeInForcePeriod(terms({ terminatedOn: d("2020-12-20") }))).toBeNull();
  });

  it("is narrowed by the line, when the unit was split in mid-lease", () => {
    const line = terms({ lineFrom: d("2022-01-01"), lineTo: d("2022-12-31") });
    expect(computeInForcePeriod(line)).toEqual({ from: "2022-01-01", to: "2022-12-31" });
    expect(computeInForcePeriod(terms({ lineFrom: d("2020-01-01") }))?.from).toBe("2021-01-01");
  });
});

describe("signed to begin", () => {
  it("counts from the signature to the day before the lease begins", () => {
    const days = ["2020-11-14", "2020-11-15", "2020-12-31", "2021-01-01"];
    expect(days.map((x) => isSignedToBegin(terms(), d(x)))).toEqual([false, true, true, false]);
  });

  it("counts a lease that was terminated before it began, until then", () => {
    const undone = terms({ terminatedOn: d("2020-12-20") });
    expect(isSignedToBegin(undone, d("2020-12-19"))).toBe(true);
    expect(isSignedToBegin(undone, d("2020-12-20"))).toBe(false);
  });

  it("does not count an unsigned lease, nor a line that was dropped", () => {
    expect(isSignedToBegin(terms({ signedOn: null }), d("2020-12-01"))).toBe(false);
    expect(isSignedToBegin(terms({ lineTo: d("2020-11-30") }), d("2020-12-01"))).toBe(false);
  });
});

describe("status of a lease on a day", () => {
  it("follows its life", () => {
    expect(status({}, "2020-11-14")).toBe("DRAFT");
    expect(status({}, "2020-12-01")).toBe("SIGNED");
    expect(status({}, "2021-01-01")).toBe("IN_FORCE");
    expect(status({}, "2022-12-30")).toBe("IN_FORCE");
    expect(status({}, "2022-12-31")).toBe("EXPIRING");
    expect(status({}, "2024-01-01")).toBe("ENDED");
    expect(status({ holdover: true }, "2024-01-01")).toBe("HOLDOVER");
    expect(status({ signedOn: null }, "2020-12-01")).toBe("DRAFT");
  });

  it("tells a termination from an end", () => {
    expect(status({ terminatedOn: d("2022-06-30") }, "2022-06-30")).toBe("IN_FORCE");
    expect(status({ terminatedOn: d("2022-06-30") }, "2022-07-01")).toBe("TERMINATED");
    expect(status({ movedOutOn: d("2022-06-30") }, "2022-07-01")).toBe("ENDED");
    expect(status({ terminatedOn: d("2024-06-30") }, "2024-07-01")).toBe("ENDED");
    expect(status({ holdover: true, terminatedOn: d("2024-06-30") }, "2024-07-01")).toBe("TERMINATED");
    expect(status({ terminatedOn: d("2020-12-20") }, "2020-12-20")).toBe("TERMINATED");
    expect(status({ terminatedOn: d("2020-12-20") }, "2020-12-19")).toBe("SIGNED");
  });
});
