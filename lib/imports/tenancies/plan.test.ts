import { describe, expect, it } from "vitest";
import { toCivil } from "../../platform/dates/civil";
import { proposeMapping } from "../mapping";
import { nameKeysWith } from "../names";
import type { Options } from "../types";
import { planTenancies } from "./plan";
import type { TenancyFacts } from "./types";

const keyOf = nameKeysWith((text) => text);
const HEAD =
  "name_zh,park,building,unit,lease_no,area,starts_on,ends_on,terminated_on,renewal_of,headcount,headcount_on";
const park = { id: "p", code: "P", nameZh: "知识城", nameEn: null, openedOn: null };
const building = { id: "b", parkId: "p", code: "A", nameZh: "A栋", nameEn: null, floors: [] };
const unit = (id: string, more = {}) => ({
  id,
  buildingId: "b",
  code: id,
  area: "100.00",
  shared: false,
  validFrom: toCivil("2015-01-01"),
  validTo: null,
  ...more,
});
const firm = (id: string, nameZh: string) => ({
  id,
  version: 1,
  nameZh,
  nameEn: null,
  shortName: null,
  formerNames: [],
  country: null,
  cluster: "OTHER" as const,
  sectorCode: null,
  identifiers: [],
  contacts: [],
});

function plan(rows: string[], given: Partial<TenancyFacts> = {}, options: Options = { nameMatch: "ask" }) {
  const facts: TenancyFacts = {
    parks: [park],
    buildings: [building],
    units: [unit("101"), unit("102"), unit("desks", { shared: true })],
    firms: [],
    takenIdentifiers: [],
    leases: [],
    takenLeaseNos: [],
    lettings: [],
    headcounts: [],
    today: toCivil("2022-11-01"),
    ...given,
  };
  const headers = HEAD.split(",");
  const table = {
    sheet: null,
    headerRow: 1,
    headers,
    rows: rows.map((row, i) => ({ n: i + 2, cells: row.split(",") })),
  };
  const result = planTenancies(table, proposeMapping("tenancies", headers), facts, keyOf, options);
  return { ...result, codes: result.problems.map(({ row, field, code }) => `${row} ${field} ${code}`) };
}

const year = "2022-01-01,2022-12-31";
const standing = {
  id: "l1",
  version: 3,
  leaseNo: "L-1",
  parkId: "p",
  enterpriseId: "f1",
  signedOn: null,
  startsOn: toCivil("2022-01-01"),
  endsOn: toCivil("2022-12-31"),
  movedInOn: null,
  terminatedOn: null,
  movedOutOn: null,
  holdover: false,
  renewalOfId: null,
  sublease: false,
  lines: [{ id: "line", unitId: "101", area: "100.00" }],
};
const letting = {
  unitId: "101",
  leaseId: "l1",
  leaseNo: "L-1",
  tenant: "甲公司",
  from: toCivil("2022-01-01"),
  to: toCivil("2022-12-31"),
  area: "100.00",
};

describe("rows of one lease", () => {
  it("are its lines, and a blank repeats what an earlier row says", () => {
    const { outcomes, writes } = plan([
      `甲公司,知识城,A栋,101,HT-1,,${year},,,,`,
      "甲公司,P,A,102,HT-1,50,,,,,,",
    ]);
    expect(outcomes).toEqual(["NEW", "NEW"]);
    expect(writes.leases.creates).toHaveLength(1);
    // The first has no area: the whole unit, 100 m².
    expect(writes.leases.creates[0]?.lines.map(({ area }) => area)).toEqual(["100.00", "50"]);
    expect(writes.firms.creates).toHaveLength(1);
  });

  it("that disagree are named", () => {
    const { codes, outcomes } = plan([
      `甲公司,P,A,101,HT-1,,${year},,,,`,
      "甲公司,P,A,102,HT-1,,2022-02-01,2022-12-31,,,,",
      `乙公司,P,A,102,HT-1,,${year},,,,`,
      `甲公司,P,A,101,HT-1,40,${year},,,,`,
    ]);
    expect(codes).toEqual([
      "3 starts_on LEASE_DISAGREES",
      "4 lease_no LEASE_OTHER_FIRM",
      "5 unit TWICE_IN_FILE",
    ]);
    expect(outcomes).toEqual(["NEW", "ERROR", "ERROR", "ERROR"]);
  });

  it("without a number get one, the same each time, so that a repeated row is a repetition", () => {
    const row = `甲公司,P,A,101,,,${year},,,,`;
    const { outcomes, writes } = plan([row, row]);
    expect(outcomes).toEqual(["NEW", "DUPLICATE"]);
    expect(writes.leases.creates[0]?.leaseNo).toBe("P-A-101-20220101");
  });
});

describe("a unit", () => {
  it("that is let is refused with the other lease and its dates, and free the day after", () => {
    const { problems, outcomes } = plan(
      [
        "乙公司,P,A,101,HT-1,,2022-12-31,2023-12-31,,,,",
        "丙公司,P,A,101,HT-2,,2023-01-01,2023-12-31,,,,",
        "丁公司,P,A,101,HT-3,,2023-12-31,2024-12-31,,,,",
      ],
      { lettings: [letting] },
    );
    expect(outcomes).toEqual(["ERROR", "NEW", "ERROR"]);
    const words = problems.map(({ message }) =>
      Object.fromEntries(new URLSearchParams(message.split("?")[1])),
    );
    expect(words[0]).toMatchObject({ lease: "L-1", tenant: "甲公司", from: "2022-01-01", to: "2022-12-31" });
    expect(words[1]).toMatchObject({ lease: "HT-2", tenant: "丙公司", from: "2023-01-01", to: "2023-12-31" });
  });

  it("is free for the row that follows a termination in the same file, wherever it stands", () => {
    const facts = { leases: [standing], lettings: [letting], firms: [firm("f1", "甲公司")] };
    const { outcomes } = plan(
      ["乙公司,P,A,101,HT-2,,2022-07-01,2023-06-30,,,,", `甲公司,P,A,101,L-1,,${year},2022-06-30,,,`],
      facts,
    );
    expect(outcomes).toEqual(["NEW", "UPDATE"]);
  });

  it("is not free when the row that would end the other lease has an error itself", () => {
    const facts = { leases: [standing], lettings: [letting], firms: [firm("f1", "甲公司")] };
    const { codes } = plan(
      ["乙公司,P,A,101,HT-2,,2022-07-01,2023-06-30,,,,", `甲公司,P,A,101,L-1,,${year},2022-06-30,nowhere,,`],
      facts,
    );
    expect(codes).toEqual(["2 unit LET_TWICE", "3 renewal_of RENEWAL_UNKNOWN"]);
  });

  it("that is shared is let up to its area: 60 + 40 fits, 0.01 more does not", () => {
    const { outcomes, codes } = plan([
      `甲公司,P,A,desks,HT-1,60,${year},,,,`,
      "乙公司,P,A,desks,HT-2,40,2022-03-01,2022-05-31,,,,",
      "丙公司,P,A,desks,HT-3,0.01,2022-05-31,2022-06-30,,,,",
      "丁公司,P,A,desks,HT-4,40,2022-06-01,2022-06-30,,,,",
    ]);
    expect(outcomes).toEqual(["NEW", "NEW", "ERROR", "NEW"]);
    expect(codes).toEqual(["4 unit BEYOND_AREA"]);
  });

  it("must exist when the lease begins", () => {
    const units = [unit("101", { validFrom: toCivil("2022-06-01") })];
    const { codes } = plan([`甲公司,P,A,101,HT-1,,${year},,,,`, `甲公司,P,A,999,HT-2,,${year},,,,`], {
      units,
    });
    expect(codes).toEqual(["2 unit UNIT_NOT_THEN", "3 unit UNIT_UNKNOWN"]);
  });

  it("must last as long as a new lease of it", () => {
    const units = [unit("101", { validTo: toCivil("2022-07-01") })];
    const rows = [
      "甲公司,P,A,101,HT-1,,2022-01-01,2022-06-30,,,,",
      "乙公司,P,A,101,HT-2,,2022-01-01,2022-07-01,,,,",
    ];
    expect(plan(rows.slice(0, 1), { units }).codes).toEqual([]);
    expect(plan(rows.slice(1), { units }).codes).toEqual(["2 unit UNIT_ENDS"]);
  });
});

describe("what is there already", () => {
  const facts = { leases: [standing], lettings: [letting], firms: [firm("f1", "甲公司")] };

  it("and says the same is unchanged, with or without its number", () => {
    expect(plan([`甲公司,P,A,101,L-1,100,${year},,,,`], facts).outcomes).toEqual(["UNCHANGED"]);
    expect(plan([`甲公司,P,A,101,,,${year},,,,`], facts).outcomes).toEqual(["UNCHANGED"]);
  });

  it("changes by what is said, and keeps what a blank leaves open", () => {
    const { writes, outcomes } = plan(["甲公司,P,A,101,L-1,80,,2023-06-30,,,,"], facts);
    expect(outcomes).toEqual(["UPDATE"]);
    expect(writes.leases.updates[0]).toMatchObject({
      id: "l1",
      version: 3,
      startsOn: "2022-01-01",
      endsOn: "2023-06-30",
      lineAreas: [{ id: "line", unitId: "101", area: "80" }],
    });
  });
});

describe("headcounts", () => {
  it("repeated on the rows of a firm agree, and a firm alone may bring one", () => {
    const { outcomes, codes, writes } = plan([
      `甲公司,P,A,101,HT-1,,${year},,,42,2022-10-31`,
      `甲公司,P,A,102,HT-2,,${year},,,42,2022-10-31`,
      "甲公司,P,,,,,,,,,43,2022-10-31",
      "乙公司,P,,,,,,,,,7,2022-10-31",
      "丙公司,P,,,,,,,,,7,",
    ]);
    expect(outcomes).toEqual(["NEW", "NEW", "ERROR", "NEW", "ERROR"]);
    expect(codes).toEqual(["4 headcount HEADCOUNT_DISAGREES", "6 headcount_on REQUIRED"]);
    expect(writes.headcounts.creates.map(({ total }) => total)).toEqual([42, 7]);
  });
});

describe("a firm's name", () => {
  const facts = { firms: [firm("f1", "狮城生物科技（广州）有限公司")] };
  const row = (name: string) => `${name},P,A,101,HT-1,,${year},,,,`;

  it("in full is the firm; in part is a question, until the office has said", () => {
    expect(plan([row("狮城生物科技(广州)有限公司")], facts).writes.firms.creates).toHaveLength(0);
    const other = row("狮城生物科技（上海）有限公司");
    expect(plan([other], facts).codes).toEqual(["2 name_zh NAME_MATCH"]);
    expect(plan([other], facts, { nameMatch: "new" }).writes.firms.creates).toHaveLength(1);
    expect(plan([other], facts, { nameMatch: "same" }).writes.leases.creates[0]?.firm.id).toBe("f1");
  });
});
