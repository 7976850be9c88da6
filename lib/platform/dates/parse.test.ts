import { describe, expect, it } from "vitest";
import { isNoSuchDay, parseCivilDate } from "@/lib/platform/dates/parse";

describe("a date as people write it", () => {
  it.each([
    "20221101",
    "2022-11-01",
    "2022-11-1",
    "2022/11/01",
    "2022.11.1",
    " 2022-11-01 ",
    "2022-11-01T00:00:00.000Z",
    "2022-11-01 00:00:00",
    "1 Nov 2022",
    "1-Nov-2022",
    "01 November 2022",
    "Nov 1, 2022",
    "November 1st 2022",
    "2022年11月1日",
    "2022 年 11 月 01 日",
    "２０２２年１１月１日",
    "２０２２－１１－０１",
  ])("reads %s", (text) => {
    expect(parseCivilDate(text)).toBe("2022-11-01");
  });

  it.each([
    ["two different days", "01/11/2022"],
    ["a day that no calendar has", "2022-02-30"],
    ["a month alone", "2022-11"],
    ["an hour that is not midnight", "2022-11-01T16:00:00Z"],
    ["a serial number", "44866"],
    ["mixed separators", "2022-11/01"],
    ["no month", "1 Foo 2022"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(parseCivilDate(text)).toBeNull();
  });
});

describe("a day that no calendar has", () => {
  it.each(["2022-02-30", "20221301", "2022年2月30日", "31 Feb 2022", "Feb 30, 2023", "0000-00-00"])(
    "is told from what is no date: %s",
    (text) => expect(isNoSuchDay(text)).toBe(true),
  );
  it.each(["soon", "1 Foo 2022", "44866", "01/11/2022", "2022-11-01", ""])("is not %s", (text) =>
    expect(isNoSuchDay(text)).toBe(false),
  );
});
