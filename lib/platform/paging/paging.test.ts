import { describe, expect, it } from "vitest";
import { carryAlong } from "./carry";
import { hrefWith } from "./href";
import { filterDate, listParams, offsetOf, oneOf, parseList } from "./list-params";

const schema = listParams({
  sort: ["name", "endsOn"],
  defaultSort: "-endsOn",
  filters: { stage: oneOf(["IN", "EXITED"]), from: filterDate() },
});

describe("a list's address", () => {
  it("has defaults", () => {
    expect(parseList(schema, {})).toEqual({
      page: 1,
      pageSize: 50,
      query: "",
      sort: { field: "endsOn", descending: true },
    });
  });

  it("is read", () => {
    const list = parseList(schema, { page: "3", sort: "name", stage: ["IN", "EXITED"], query: " ＡＢ " });
    expect(list).toMatchObject({
      page: 3,
      stage: "IN",
      query: "AB",
      sort: { field: "name", descending: false },
    });
    expect(offsetOf(list)).toBe(100);
  });

  it("is harmless when it is nonsense", () => {
    const list = parseList(schema, { page: "-3", pageSize: "9999", sort: "password", stage: "x", from: "1" });
    expect(list).toMatchObject({ page: 1, pageSize: 50, sort: { field: "endsOn" } });
    expect(list.stage).toBeUndefined();
    expect(list.from).toBeUndefined();
  });

  it("changes one parameter at a time, and goes back to page 1", () => {
    const params = { page: "3", asOf: "2022-11-01", query: "" };
    expect(hrefWith(params, { sort: "name" })).toBe("?asOf=2022-11-01&sort=name");
    expect(hrefWith(params, { page: 4 })).toBe("?asOf=2022-11-01&page=4");
    expect(hrefWith(params, { asOf: null })).toBe("?");
    expect(hrefWith({}, {}, "/leases")).toBe("/leases");
  });
});

describe("the day and the park that stay with the reader", () => {
  const current = new URLSearchParams("asOf=2022-11-01&park=OH&page=3");

  it.each([
    ["/leases", "/leases?asOf=2022-11-01&park=OH"],
    ["/leases?sort=name#x", "/leases?sort=name&asOf=2022-11-01&park=OH#x"],
    ["/leases?asOf=&park=SP", "/leases?park=SP"],
    ["?page=2", "?page=2"],
    ["https://example.com/", "https://example.com/"],
  ])("%s", (href, carried) => expect(carryAlong(href, current)).toBe(carried));

  it("is written as in any query, whatever the park is called", () => {
    const odd = new URLSearchParams([["park", "东 1&2"]]);
    expect(carryAlong("/leases", odd)).toBe("/leases?park=%E4%B8%9C+1%262");
    expect(carryAlong("/leases?", odd)).toBe(carryAlong("/leases", odd));
  });
});
