import { expect, it } from "vitest";
import { type CalendarDay, writeCalendar } from "./write-ics";

const at = new Date("2022-11-01T08:00:00.500Z");
const day = (given: Partial<CalendarDay> = {}): CalendarDay => ({
  ...{ uid: "1@due.tenantry", on: "2022-10-31", title: "Q3 is due", text: "Opens; closes, on\ntime" },
  ...{ href: "https://zone.example/portal/returns/1", version: 2, ...given },
});
const linesOf = (days: CalendarDay[], name = "Due dates") => writeCalendar({ name, days }, at).split("\r\n");

it("writes a whole day with an id that stays, and ends every line as calendars do", () => {
  const lines = linesOf([day()]);
  expect(lines.slice(0, 3)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tenantry//Due dates//EN"]);
  expect(lines).toContain("UID:1@due.tenantry");
  expect(lines).toContain("DTSTAMP:20221101T080000Z");
  expect(lines).toContain("DTSTART;VALUE=DATE:20221031");
  // The end is the day after, across a month.
  expect(lines).toContain("DTEND;VALUE=DATE:20221101");
  expect(lines).toContain("SEQUENCE:2");
  expect(lines.slice(-3)).toEqual(["END:VEVENT", "END:VCALENDAR", ""]);
  expect(writeCalendar({ name: "x", days: [day()] }, at)).not.toMatch(/[^\r]\n/);
});

it("escapes what has a meaning of its own", () => {
  expect(linesOf([day()])).toContain("DESCRIPTION:Opens\\; closes\\, on\\ntime");
  expect(linesOf([day({ title: "a\\b\r\nEND:VEVENT" })])).toContain("SUMMARY:a\\\\b\\nEND:VEVENT");
});

it("folds long lines at 75 bytes, between characters", () => {
  const title = "中新广州知识城园区经济与人员指标季度报表".repeat(4);
  const lines = linesOf([day({ title })]);
  const first = lines.findIndex((line) => line.startsWith("SUMMARY:"));
  const folded = [lines[first]];
  for (let n = first + 1; lines[n]?.startsWith(" "); n += 1) folded.push(lines[n]);
  expect(folded.length).toBeGreaterThan(3);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(folded.map((line, n) => (n === 0 ? line : line?.slice(1))).join("")).toBe(`SUMMARY:${title}`);
});
