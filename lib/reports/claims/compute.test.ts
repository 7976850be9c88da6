import { describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { compare, computeClaim, toAsks } from "./compute";
import type { FigureAsk } from "./types";

const d = (text: string) => toCivil(text);
const park = { scope: "PARK" as const, scopeId: "oh1", currency: null };
/** "More than 400 enterprises, 3,000 people", of 1 November 2022. */
const claim = {
  asOf: d("2022-11-01"),
  withdrawnOn: null,
  bindings: [
    { id: "firms", metric: "TENANTS" as const, ...park, comparison: "MORE_THAN" as const, said: "400" },
    { id: "people", metric: "HEADCOUNT" as const, ...park, comparison: "AT_LEAST" as const, said: "3000" },
  ],
};

/** 404 firms and 3,000 people then; later `firms` and 3,100. */
const figures = (firms: number) => (ask: FigureAsk) =>
  ask.on === "2022-11-01" ? (ask.metric === "TENANTS" ? 404 : 3000) : ask.metric === "TENANTS" ? firms : 3100;

describe("a figure against what was said of it", () => {
  it("is below when it is not more, not as much, or less than what was to be equal", () => {
    expect([401, 400].map((value) => compare(value, "MORE_THAN", 400))).toEqual(["HOLDS", "BELOW"]);
    expect([3000, 2999].map((value) => compare(value, "AT_LEAST", 3000))).toEqual(["HOLDS", "BELOW"]);
    expect([18, 19, 20].map((value) => compare(value, "EQUALS", 19))).toEqual(["BELOW", "HOLDS", "ABOVE"]);
    expect(compare(null, "AT_LEAST", 1)).toBe("UNKNOWN");
  });
});

describe("a claim", () => {
  it("has each figure then and now, and holds while all do", () => {
    const found = computeClaim(claim, d("2026-11-27"), figures(401));
    expect(found).toMatchObject({
      state: "HOLDS",
      bindings: [
        { said: 400, valueThen: 404, stateThen: "HOLDS", valueNow: 401, state: "HOLDS" },
        { said: 3000, valueThen: 3000, stateThen: "HOLDS", valueNow: 3100, state: "HOLDS" },
      ],
    });
  });

  it("raises an alarm when one of them falls below, and none when it was withdrawn by then", () => {
    expect(computeClaim(claim, d("2026-11-27"), figures(400)).state).toBe("BELOW");
    const gone = { ...claim, withdrawnOn: d("2026-01-01") };
    expect(computeClaim(gone, d("2026-11-27"), figures(400)).state).toBe("WITHDRAWN");
    expect(computeClaim(gone, d("2025-12-31"), figures(400)).state).toBe("BELOW");
  });

  it("says when it speaks of no figure, or of one that cannot be told", () => {
    expect(computeClaim({ ...claim, bindings: [] }, d("2026-11-27"), () => 1).state).toBe("UNBOUND");
    expect(computeClaim(claim, d("2026-11-27"), () => null).state).toBe("UNKNOWN");
  });

  it("asks for its figures on its own day and on the reader's", () => {
    const days = toAsks([claim], d("2026-11-27")).map(({ metric, on }) => `${metric} ${on}`);
    expect(days).toEqual([
      "TENANTS 2022-11-01",
      "TENANTS 2026-11-27",
      "HEADCOUNT 2022-11-01",
      "HEADCOUNT 2026-11-27",
    ]);
  });
});
