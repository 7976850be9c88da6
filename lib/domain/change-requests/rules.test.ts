import { describe, expect, it } from "vitest";
import { enterpriseFields } from "../enterprises/schema";
import { fieldClasses, groupOf, isSame, lacksEvidence, profileGroups, qualificationField } from "./rules";

describe("the classes of a firm's fields", () => {
  it("say of each field of the record what a firm may do to it", () => {
    expect(Object.keys(fieldClasses).sort()).toEqual(Object.keys(enterpriseFields).sort());
  });

  it("are asked about in groups: all that is free or reviewed, and nothing that is locked", () => {
    const asked = new Set<string>(Object.values(profileGroups).flat());
    const open = Object.entries(fieldClasses).filter(([name, kind]) => {
      return kind !== "LOCKED" && name !== "qualifications";
    });
    expect([...asked].sort()).toEqual(open.map(([name]) => name).sort());
    expect(groupOf("foreignShare")).toBe("business");
    expect(groupOf(qualificationField("x"))).toBe("qualifications");
    expect(groupOf("website")).toBeNull();
  });
});

describe("whether two values say the same", () => {
  it.each([
    [null, "", true],
    [null, undefined, true],
    ["51", "51", true],
    [false, null, false],
    [{ a: 1, b: null }, { b: null, a: 1 }, true],
    [[{ v: "1" }, { v: "2" }], [{ v: "2" }, { v: "1" }], true],
    [[{ v: "1" }], [{ v: "1" }, { v: "1" }], false],
    ["2022-07-01", "2022-07-02", false],
  ])("%j and %j: %s", (one, other, same) => expect(isSame(one, other)).toBe(same));
});

describe("evidence", () => {
  const field = (name: string, after: unknown, attachmentId: string | null = null) => ({
    ...{ field: name, after, attachmentId },
  });

  it("is due for a licence, for what is said to be done, and for a measurement", () => {
    expect(lacksEvidence(field(qualificationField("x"), { title: "GMP" }), null)).toBe(true);
    expect(lacksEvidence(field(qualificationField("x"), null), null)).toBe(false);
    expect(lacksEvidence(field("actualOn", "2022-07-01"), null)).toBe(true);
    expect(lacksEvidence(field("actualOn", "2022-07-01"), "Protocol 7")).toBe(false);
    expect(lacksEvidence(field("actualOn", "2022-07-01", "paper"), null)).toBe(false);
    expect(lacksEvidence(field("measurement", { evidence: null }), null)).toBe(true);
    expect(lacksEvidence(field("nameZh", "甲"), null)).toBe(false);
  });
});
