import { expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { nextRun, ownerIsTold, reachedStages } from "./rules";

const days = (opensOn: string, dueOn: string, closesOn: string) => ({
  opensOn: toCivil(opensOn),
  dueOn: toCivil(dueOn),
  closesOn: toCivil(closesOn),
});
const usual = days("2022-10-01", "2022-10-31", "2022-11-30");
const reached = (day: string, round = usual) => reachedStages(round, toCivil(day)).map(({ stage }) => stage);

it("a round reaches its stages in order", () => {
  expect(reached("2022-09-30")).toEqual([]);
  expect(reached("2022-10-01")).toEqual(["OPENED"]);
  expect(reached("2022-10-24")).toEqual(["OPENED", "BEFORE_DUE"]);
  expect(reached("2022-11-30")).toEqual(["OPENED", "BEFORE_DUE", "DUE", "LATE_3", "LATE_7"]);
  expect(reached("2022-12-01")).toEqual([]);
});

it("a round that opens within the last week tells of its opening, not of the week", () => {
  const late = days("2022-10-28", "2022-10-31", "2022-11-30");
  expect(reached("2022-10-28", late)).toEqual(["BEFORE_DUE", "OPENED"]);
  // Opening and the seventh day before are one day.
  expect(reached("2022-10-24", days("2022-10-24", "2022-10-31", "2022-11-30")).at(-1)).toBe("OPENED");
  expect(reached("2022-10-31", days("2022-10-31", "2022-10-31", "2022-10-31")).at(-1)).toBe("OPENED");
});

it("the owner is told at the end, or when the round closes", () => {
  const told = (day: string, round = usual) => ownerIsTold(round, toCivil(day));
  expect([told("2022-10-23"), told("2022-10-24"), told("2022-11-07"), told("2022-11-08")]).toEqual([
    ...["NONE", "UNREACHED", "UNREACHED", "ALL"],
  ]);
  expect(told("2022-11-03", days("2022-10-01", "2022-10-31", "2022-11-03"))).toBe("ALL");
});

const at = (iso: string) => new Date(iso);
const next = (...args: Parameters<typeof nextRun>) => nextRun(...args).toISOString();

it("a job runs when its time has passed, also after days on which nothing ran", () => {
  const now = at("2022-11-01T10:00:00Z");
  expect(next("REMIND_RETURNS", { began: null, done: null }, now)).toBe(now.toISOString());
  const done = at("2022-11-01T09:30:00Z");
  expect(next("REMIND_RETURNS", { began: done, done }, now)).toBe("2022-11-01T10:30:00.000Z");
  const long = at("2022-10-20T09:30:00Z");
  expect(next("REMIND_RETURNS", { began: long, done: long }, now)).toBe("2022-10-20T10:30:00.000Z");
});

it("what failed or was cut off is tried again after ten minutes, not at each look", () => {
  const done = at("2022-11-01T08:00:00Z");
  const began = at("2022-11-01T09:55:00Z");
  expect(next("REMIND_RETURNS", { began, done }, at("2022-11-01T10:00:00Z"))).toBe(
    "2022-11-01T10:05:00.000Z",
  );
  expect(next("SEND_MAILS", { began, done: null }, at("2022-11-01T10:00:00Z"))).toBe(
    "2022-11-01T10:05:00.000Z",
  );
});

it("the day's summaries run at eight in the zone, once a day, and make up for a day that was missed", () => {
  // 08:00 in Shanghai is midnight UTC.
  const before = at("2022-10-31T23:59:00Z");
  const after = at("2022-11-01T00:00:00Z");
  const never = { began: null, done: null };
  expect(next("SEND_DIGESTS", never, before)).toBe("2022-11-01T00:00:00.000Z");
  expect(next("SEND_DIGESTS", never, after)).toBe("2022-11-01T00:00:00.000Z");
  const today = { began: at("2022-11-01T00:01:00Z"), done: at("2022-11-01T00:01:00Z") };
  expect(next("SEND_DIGESTS", today, at("2022-11-01T20:00:00Z"))).toBe("2022-11-02T00:00:00.000Z");
  const old = { began: at("2022-10-29T00:01:00Z"), done: at("2022-10-29T00:01:00Z") };
  expect(next("SEND_DIGESTS", old, before)).toBe("2022-10-31T00:00:00.000Z");
});
