import { describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { toDefinition } from "../return-forms/rules";
import { designSchema } from "../return-forms/schema";
import { readyDefinition } from "../return-forms/service-ready";
import { checkAnswers, findReasonProblems } from "./rules";
import { checkTypes } from "./rules-answers";
import { toComparable } from "./rules-before";
import { isOpenOn, ownDays } from "./rules-days";
import { placeKey, toPeopleByPark, withPlaces } from "./rules-parks";
import { toPeople } from "./rules-sums";

const never = { last: null, yearAgo: null };

function form(fields: object[], sums: object[] = []) {
  const whole = fields.map((field) => ({ section: "a", type: "NUMBER", labelEn: "A question", ...field }));
  const sections = [{ key: "a", titleEn: "A" }];
  return toDefinition(designSchema.parse({ sections, fields: whole, sums }));
}
const hard = (definition: ReturnType<typeof form>, answers: Record<string, string>) =>
  checkAnswers(definition, answers, never).hard;

describe("answers", () => {
  const every = form([
    { key: "count", required: true },
    { key: "rate", decimals: "2", min: "0", max: "100" },
    { key: "cost", type: "MONEY", money: "WAN" },
    { key: "day", type: "DATE" },
    { key: "way", type: "CHOICE", options: "own=自有\nlet=租赁" },
    { key: "words", type: "TEXT" },
  ]);

  it("are read as people write them, and kept exactly", () => {
    const typed = {
      count: "1,250",
      rate: "12.50%",
      cost: "9007199254740.25",
      day: "2022年9月30日",
      way: "let",
      words: " a ",
    };
    expect(checkAnswers(every, { ...typed, unknown: "1" }, never)).toEqual({
      answers: {
        count: "1250",
        rate: "12.5",
        cost: "9007199254740.25",
        day: "2022-09-30",
        way: "let",
        words: "a",
      },
      ...{ hard: {}, soft: {} },
    });
  });

  it("are refused each at its field: missing, of the wrong kind, out of range, not on the list", () => {
    const typed = { rate: "100.01", cost: "1.234", day: "soon", way: "none", words: "x".repeat(2001) };
    expect(hard(every, typed)).toEqual({
      count: "errors.required",
      rate: "errors.atMost?max=100",
      cost: "errors.decimals?dp=2",
      day: "errors.date",
      way: "errors.choose",
      words: "errors.tooLong?max=2000",
    });
    expect(hard(every, { count: "ten" })).toEqual({ count: "errors.number" });
    expect(hard(every, { count: "1.5" })).toEqual({ count: "errors.whole" });
  });

  it("of a draft may be missing, and beyond their range, but not of the wrong kind", () => {
    expect(checkTypes(every, { rate: "200" })).toEqual({ answers: { rate: "200" }, hard: {} });
    expect(checkTypes(every, { rate: "much", count: "3" })).toEqual({
      answers: { count: "3" },
      hard: { rate: "errors.number" },
    });
  });
});

describe("sums", () => {
  const definition = form(
    ["total", "own", "other"].map((key) => ({ key })),
    [{ totalKey: "total", partKeys: "own other", kind: "EQUAL" }],
  );

  it("are the total once all parts are there, and never beyond it before", () => {
    // 9 + 3 = 12
    expect(hard(definition, { total: "12", own: "9", other: "3" })).toEqual({});
    // 9 + 2 = 11 is not 12
    expect(hard(definition, { total: "12", own: "9", other: "2" })).toEqual({
      total: "returns.errors.sumEqual?sum=11&total=12",
    });
    expect(hard(definition, { total: "12", own: "9" })).toEqual({});
    expect(hard(definition, { total: "12", own: "13" })).toEqual({
      total: "returns.errors.sumAtMost?sum=13&total=12",
    });
  });

  it("of amounts are compared in yuan, whatever each is typed in", () => {
    const amounts = form(
      [
        { key: "all", type: "MONEY", money: "WAN" },
        { key: "part", type: "MONEY", money: "YUAN" },
      ],
      [{ totalKey: "all", partKeys: "part", kind: "AT_MOST" }],
    );
    // 1.5 万元 is 15,000 元; a cent more is too much: 15,000.01 元 = 1.500001 万元
    expect(hard(amounts, { all: "1.5", part: "15000" })).toEqual({});
    expect(hard(amounts, { all: "1.5", part: "15000.01" })).toEqual({
      all: "returns.errors.sumAtMost?sum=1.500001&total=1.5",
    });
  });

  it("of people that feed headcounts hold as every declaration's, whether the form says so or not", () => {
    const fed = form([
      { key: "all", feeds: "total", required: true },
      { key: "home", feeds: "local" },
      { key: "abroad", feeds: "foreign" },
      { key: "labs", feeds: "rAndD" },
    ]);
    // 8 + 3 = 11 > 10, and 11 > 10
    expect(hard(fed, { all: "10", home: "8", abroad: "3", labs: "11" })).toEqual({
      home: "headcounts.errors.partsFit?sum=11&total=10",
      labs: "headcounts.errors.partsFit?sum=11&total=10",
    });
    expect(hard(fed, { all: "-1" })).toEqual({ all: "errors.atLeast?min=0" });
    expect(toPeople(fed, { all: "10", home: "8" })).toMatchObject({ total: 10, local: 8, foreign: null });
    expect(toPeople(fed, {})).toBeNull();
  });
});

describe("a change beyond what its field expects", () => {
  const definition = form([{ key: "staff", softLast: "20", softYearAgo: "50" }]);
  const soft = (staff: string, last: string | null, yearAgo: string | null = null) =>
    checkAnswers(
      definition,
      { staff },
      {
        last: last === null ? null : { staff: last },
        yearAgo: yearAgo === null ? null : { staff: yearAgo },
      },
    ).soft;

  it("asks for a reason, at exactly the limit it does not", () => {
    // (120 − 100) / 100 = 20 %, (121 − 100) / 100 = 21 %
    expect(soft("120", "100")).toEqual({});
    expect(soft("121", "100")).toEqual({
      staff: [{ against: "LAST", was: "100", percent: "21.0", limit: "20" }],
    });
    // 40 of 60: −33.3 % since last time; of 90 a year ago: −55.6 %
    expect(soft("40", "60", "90").staff?.map(({ against, percent }) => [against, percent])).toEqual([
      ["LAST", "33.3"],
      ["YEAR_AGO", "55.6"],
    ]);
    expect(soft("1", "0")).toMatchObject({ staff: [{ percent: null }] });
    expect(soft("0", "0")).toEqual({});
    expect(soft("500", null)).toEqual({});
  });

  it("is explained by a code and words", () => {
    const asked = soft("200", "100");
    expect(findReasonProblems(asked, {})).toEqual({
      "staff.code": "errors.choose",
      "staff.words": "errors.required",
    });
    expect(findReasonProblems(asked, { staff: { code: "OTHER", words: " " } })).toEqual({
      "staff.words": "errors.required",
    });
    expect(findReasonProblems(asked, { staff: { code: "MERGED", words: "With a sister firm" } })).toEqual({});
    expect(findReasonProblems({}, {})).toEqual({});
  });
});

it("earlier answers are read in today's questions: amounts in today's unit, what is asked otherwise not at all", () => {
  const then = form([
    { key: "cost", type: "MONEY", money: "YUAN" },
    { key: "note", type: "TEXT" },
    { key: "gone" },
  ]);
  const now = form([{ key: "cost", type: "MONEY", money: "WAN" }, { key: "note" }, { key: "fresh" }]);
  // 12,345.67 元 = 1.234567 万元, and back
  expect(toComparable(then, { cost: "12345.67", note: "5", gone: "1" }, now)).toEqual({ cost: "1.234567" });
  expect(toComparable(now, { cost: "1.234567" }, then)).toEqual({ cost: "12345.67" });
});

it("the ready form takes a plausible answer, and counts its people", () => {
  const money = Object.fromEntries(
    ["output", "revenue", "tax", "investment", "rAndDSpending"].map((key) => [key, "120.5"]),
  );
  const people = {
    total: "12",
    own: "9",
    dispatched: "2",
    other: "1",
    local: "10",
    foreign: "2",
    rAndD: "4",
    degree: "9",
  };
  expect(hard(readyDefinition, { ...people, ...money })).toEqual({});
  expect(hard(readyDefinition, { ...people, ...money, foreign: "1" })).toEqual({
    total: "returns.errors.sumEqual?sum=11&total=12",
  });
  expect(toPeople(readyDefinition, people)).toMatchObject({ total: 12, own: 9, rAndD: 4, fullTime: null });
});

it("answers may come while the round is open, and after it by an exception alone", () => {
  const at = (day: string) => toCivil(day);
  const round = {
    scopedAt: new Date(),
    closedAt: null,
    standing: "PROVISIONAL" as const,
    opensOn: at("2022-10-01"),
    closesOn: at("2022-10-31"),
  };
  const open = (day: string, until: string | null = null, change: object = {}) =>
    isOpenOn({ ...round, ...change }, until === null ? null : at(until), at(day));
  expect([open("2022-09-30"), open("2022-10-01"), open("2022-10-31"), open("2022-11-01")]).toEqual([
    ...[false, true, true, false],
  ]);
  const closed = { closedAt: new Date() };
  expect([open("2022-10-20", null, closed), open("2022-11-05", "2022-11-05", closed)]).toEqual([false, true]);
  expect(open("2022-11-05", "2022-11-05", { ...closed, standing: "FINAL" })).toBe(false);
  expect([open("2022-11-06", "2022-11-05"), open("2022-10-20", null, { scopedAt: null })]).toEqual([
    false,
    false,
  ]);
});

it("an exception gives a return days of its own, and never takes any away", () => {
  const day = toCivil;
  const own = (until: string | null, closed = true) =>
    Object.values(
      ownDays(
        {
          ...{ dueOn: day("2022-10-31"), closesOn: day("2022-11-30") },
          closedAt: closed ? "2022-12-01T00:00:00Z" : null,
        },
        until === null ? null : day(until),
      ),
    );
  expect(own(null)).toEqual(["2022-10-31", "2022-11-30"]);
  expect(own("2022-12-20")).toEqual(["2022-12-20", "2022-12-20"]);
  // Sent back while the round is open: due by the day that was said, and open as long as the round.
  expect(own("2022-11-20", false)).toEqual(["2022-11-20", "2022-11-30"]);
  expect(own("2022-12-20", false)).toEqual(["2022-12-20", "2022-12-20"]);
  expect(own("2022-10-20", false)).toEqual(["2022-10-31", "2022-11-30"]);
});

describe("a firm in several parks", () => {
  const [north, south] = [
    { id: "01a21ec4-896e-7935-822e-0e196aac9779", nameZh: "北园", nameEn: "North" },
    { id: "01a21ec4-896e-7935-822e-0e196aac9780", nameZh: null, nameEn: "South" },
  ];
  const [inNorth, inSouth] = [placeKey(north.id), placeKey(south.id)];
  const asked = withPlaces(readyDefinition, [north, south]);
  const problems = (answers: Record<string, string>) => {
    const { hard: all } = checkAnswers(asked, { total: "12", ...answers }, never);
    return [all[inNorth], all[inSouth], all.total];
  };

  it("is asked by park behind its people; a firm of one park, or a form without people, is asked nothing more", () => {
    expect(withPlaces(readyDefinition, [north])).toBe(readyDefinition);
    const bare = form([{ key: "count" }]);
    expect(withPlaces(bare, [north, south])).toBe(bare);
    const at = asked.sections.findIndex(({ fields }) => fields.some(({ feeds }) => feeds === "total"));
    expect(
      asked.sections[at + 1]?.fields.map(({ key, labelZh, labelEn, required }) => [
        key,
        labelZh,
        labelEn,
        required,
      ]),
    ).toEqual([
      [inNorth, "北园", "North", true],
      [inSouth, null, "South", true],
    ]);
    expect(asked.sections.length).toBe(readyDefinition.sections.length + 1);
  });

  it("says how many work in each, which come to the total to a head", () => {
    expect(problems({ [inNorth]: "7", [inSouth]: "5" })).toEqual([undefined, undefined, undefined]);
    expect(problems({ [inNorth]: "12", [inSouth]: "0" })).toEqual([undefined, undefined, undefined]);
    expect(problems({ [inNorth]: "7", [inSouth]: "4" })).toEqual([
      ...["returns.errors.placesEqual?sum=11&total=12", undefined, undefined],
    ]);
    expect(problems({ [inNorth]: "7" })).toEqual([undefined, "errors.required", undefined]);
    expect(problems({ [inNorth]: "12.5", [inSouth]: "-1" })).toEqual([
      ...["errors.whole", "errors.atLeast?min=0", undefined],
    ]);
    const answers = { total: "12", [inNorth]: "7", [inSouth]: "5" };
    expect(toPeopleByPark([north, south], answers)).toEqual([
      { parkId: north.id, total: 7 },
      { parkId: south.id, total: 5 },
    ]);
    expect(toPeopleByPark([north], answers)).toBeNull();
  });

  it("sees last time's figure of a park where it is still, and of no other", () => {
    const then = { total: "10", [inNorth]: "6", [inSouth]: "4" };
    expect(toComparable(asked, then, asked)).toEqual(then);
    expect(toComparable(asked, then, readyDefinition)).toEqual({ total: "10" });
    const east = { ...south, id: "01a21ec4-896e-7935-822e-0e196aac9781" };
    expect(toComparable(asked, then, withPlaces(readyDefinition, [north, east]))).toEqual({
      ...{ total: "10", [inNorth]: "6" },
    });
  });
});
