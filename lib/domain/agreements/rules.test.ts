import { describe, expect, it } from "vitest";
import en from "@/lib/messages/en/agreements.json";
import zh from "@/lib/messages/zh/agreements.json";
import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import {
  agreementState,
  assertExtends,
  expiryOn,
  hasLapsed,
  type Linked,
  SILENT_DAYS,
  type Term,
} from "./rules";
import { createAgreementSchema } from "./schema";

const d = (text: string) => toCivil(text);
const signed = d("2022-11-01");
const term = (given: Partial<Term> = {}): Term => ({
  ...{ signedOn: signed, expiresOn: null, terminatedOn: null, renewal: "NONE", renewalMonths: null },
  extensions: [],
  ...given,
});
const linked = (given: Partial<Linked> = {}): Linked => ({
  ...{ projects: 0, projectsDelivered: 0, projectsActive: 0, commitments: 0, commitmentsMet: 0 },
  lastActivityOn: signed,
  ...given,
});
const state = (given: { term?: Partial<Term>; linked?: Partial<Linked> }, on: string | CivilDate) =>
  agreementState(term(given.term), linked(given.linked), d(on));

describe("what became of an agreement on a day", () => {
  it("nothing, before it was signed; in force from its signature on", () => {
    expect(state({}, "2022-10-31")).toBeNull();
    expect(state({}, "2022-11-01")).toBe("IN_FORCE");
  });

  it("silent after 180 days without activity: the 180th is still in force, the 181st is not", () => {
    // 2022-11-01 + 180 = 2023-04-30
    expect(addDays(signed, SILENT_DAYS)).toBe("2023-04-30");
    expect(state({}, "2023-04-30")).toBe("IN_FORCE");
    expect(state({}, "2023-05-01")).toBe("SILENT");
    expect(state({ linked: { lastActivityOn: d("2023-01-01") } }, "2023-05-01")).toBe("IN_FORCE");
  });

  it("with active projects, however long ago something was written about them", () => {
    expect(state({ linked: { projects: 1, projectsActive: 1 } }, "2024-11-01")).toBe("ACTIVE");
    // One that is only proposed is no active one.
    expect(state({ linked: { projects: 1 } }, "2024-11-01")).toBe("SILENT");
  });

  it("lapsed from the day it is terminated, and from the day after it runs out", () => {
    const ends = { expiresOn: d("2023-10-31") };
    const active = { projects: 1, projectsActive: 1 };
    expect(state({ term: ends, linked: active }, "2023-10-31")).toBe("ACTIVE");
    expect(state({ term: ends, linked: active }, "2023-11-01")).toBe("LAPSED");
    expect(state({ term: { terminatedOn: d("2023-03-01") } }, "2023-02-28")).toBe("IN_FORCE");
    expect(state({ term: { terminatedOn: d("2023-03-01") } }, "2023-03-01")).toBe("LAPSED");
  });

  it("delivered, also after it ran out, once everything that hangs on it came true", () => {
    const ends = { expiresOn: d("2023-10-31") };
    const all = { projects: 2, projectsDelivered: 2, commitments: 1, commitmentsMet: 1 };
    expect(state({ term: ends, linked: all }, "2024-01-01")).toBe("DELIVERED");
    // A commitment alone will do.
    expect(state({ linked: { commitments: 1, commitmentsMet: 1 } }, "2023-01-01")).toBe("DELIVERED");
  });

  it("not delivered while one project or one commitment is open, nor where there is none", () => {
    const open = { projects: 2, projectsDelivered: 1, projectsActive: 1 };
    expect(state({ linked: open }, "2023-01-01")).toBe("ACTIVE");
    const unmet = { projects: 1, projectsDelivered: 1, commitments: 2, commitmentsMet: 1 };
    expect(state({ linked: unmet }, "2023-01-01")).toBe("IN_FORCE");
    expect(state({ linked: unmet }, "2024-01-01")).toBe("SILENT");
    // All its projects were cancelled: they count nowhere, and nothing came true.
    expect(state({ linked: { projects: 0 } }, "2023-01-01")).toBe("IN_FORCE");
  });

  it("names the same number of days as it counts", () => {
    for (const words of [en, zh]) expect(words.state.SILENT).toContain(String(SILENT_DAYS));
  });
});

describe("when an agreement runs out", () => {
  const yearly = { expiresOn: d("2023-10-31"), renewal: "AUTOMATIC", renewalMonths: 12 } as const;

  it("rolls on by itself for as long as nobody ends it", () => {
    expect(expiryOn(term(yearly), d("2023-10-31"))).toBe("2023-10-31");
    expect(expiryOn(term(yearly), d("2023-11-01"))).toBe("2024-10-31");
    expect(expiryOn(term(yearly), d("2030-01-01"))).toBe("2030-10-31");
    expect(hasLapsed(term(yearly), d("2030-01-01"))).toBe(false);
    expect(hasLapsed(term({ ...yearly, terminatedOn: d("2024-06-01") }), d("2030-01-01"))).toBe(true);
  });

  it("keeps the end of the month over a shorter one: 31 Aug, 28 Feb, 31 Aug", () => {
    const halfYearly = { ...yearly, expiresOn: d("2022-08-31"), renewalMonths: 6 };
    const given = term({ ...halfYearly, signedOn: d("2022-03-01") });
    expect(expiryOn(given, d("2022-09-01"))).toBe("2023-02-28");
    expect(expiryOn(given, d("2023-03-01"))).toBe("2023-08-31");
  });

  it("by consent it does not roll on: it is extended, or lapses", () => {
    const consent = { ...yearly, renewal: "BY_CONSENT" } as const;
    expect(hasLapsed(term(consent), d("2023-11-01"))).toBe(true);
  });

  it("an extension counts from the day it was agreed, so the past reads as it was", () => {
    // Ran out on 31 Oct 2023; on 10 Dec it was extended to the end of 2024.
    const extensions = [{ on: d("2023-12-10"), expiredOn: d("2023-10-31") }];
    const given = term({ expiresOn: d("2024-12-31"), extensions });
    expect(hasLapsed(given, d("2023-12-09"))).toBe(true);
    expect(hasLapsed(given, d("2023-12-10"))).toBe(false);
    expect(expiryOn(given, d("2023-12-10"))).toBe("2024-12-31");
  });

  it("an extension ends later than what stands, and follows those before it", () => {
    const ends = term({ expiresOn: d("2023-10-31") });
    expect(() => assertExtends(ends, signed, d("2023-11-01"))).not.toThrow();
    const refusal = (given: Term, on: string, to: string) => {
      try {
        assertExtends(given, d(on), d(to));
        return null;
      } catch (error) {
        return (error as { fieldErrors: object }).fieldErrors;
      }
    };
    expect(refusal(ends, "2023-01-01", "2023-10-31")).toEqual({ expiresOn: "agreements.errors.notLater" });
    expect(refusal(term(), "2023-01-01", "2023-10-31")).toEqual({ expiresOn: "agreements.errors.noExpiry" });
    const again = term({ ...ends, extensions: [{ on: d("2023-06-01"), expiredOn: d("2023-04-30") }] });
    expect(refusal(again, "2023-05-01", "2024-10-31")).toEqual({ on: "agreements.errors.laterExtended" });
  });
});

it("an agreement's form says which field is to be mended", () => {
  const issues = (given: object) =>
    createAgreementSchema
      .safeParse({ code: "A", titleEn: "A", signedOn: "2022-11-01", parties: [{ nameEn: "X" }], ...given })
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(issues({})).toBeUndefined();
  expect(issues({ titleEn: "" })).toEqual(["titleZh errors.oneNameNeeded"]);
  expect(issues({ effectiveOn: "2023-01-01", expiresOn: "2022-12-31" })).toEqual([
    "expiresOn errors.datesOrdered",
  ]);
  expect(issues({ renewal: "AUTOMATIC" })).toEqual([
    "renewalMonths errors.required",
    "expiresOn agreements.errors.renewsNothing",
  ]);
  expect(issues({ parties: [] })).toEqual(["parties agreements.errors.partyNeeded"]);
  expect(issues({ parties: [{ country: "SG" }] })).toEqual([
    "parties.0.enterpriseId agreements.errors.partyNeeded",
  ]);
});
