import { expect, it } from "vitest";
import en from "@/lib/messages/en/employees.json";
import zh from "@/lib/messages/zh/employees.json";
import { toCells, toFileColumns } from "@/lib/reports/columns";
import { rosterColumns } from "./columns";
import { NOBODY } from "./compute";
import type { RosterRow } from "./facts";

const say = (messages: object) => (key: string) =>
  key
    .split(".")
    .slice(1)
    .reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], messages) as string;

const row: RosterRow = {
  enterprise: { id: "1", nameZh: "狮城生物", nameEn: "Lion City" },
  park: { id: "2", code: "OH1", nameZh: null, nameEn: "OneHub" },
  declared: 124,
  declaredOn: "2022-09-30" as RosterRow["declaredOn"],
  count: { ...NOBODY, joined: 131, left: 2, interns: 6, outsourced: 3, own: 120, counted: 120 },
  residual: 4,
};

it("the file says in both languages what the page says, and figures stay figures", () => {
  expect(toFileColumns(rosterColumns, say(en)).map(({ header }) => header)).toEqual([
    ...["Enterprise", "Park", "Declared for", "Joined by then", "Left", "Interns", "Outsourced"],
    ...["Roster counts", "Declared", "Difference left"],
  ]);
  const chinese = toFileColumns(rosterColumns, say(zh)).map(({ header }) => header);
  for (const header of chinese) expect(header).toMatch(/\p{Script=Han}/u);
  // 131 − 2 − 6 − 3 = 120; 124 − 120 = 4
  expect(toCells(rosterColumns, row, "zh", say(zh))).toEqual([
    "狮城生物",
    "OH1",
    "2022-09-30",
    131,
    2,
    6,
    3,
    120,
    124,
    4,
  ]);
  const silent = { ...row, declared: null, declaredOn: null, residual: null };
  expect(toCells(rosterColumns, silent, "en", say(en)).slice(-2)).toEqual([null, null]);
});
