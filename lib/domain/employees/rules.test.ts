import { expect, it } from "vitest";
import { findIdentityProblem, isPresent } from "./rules";
import { createEmployeeSchema } from "./schema";

it.each([
  ["440106199003078812", "name"],
  ["44010619900307881X", "staffNo"],
  ["４４０１０６ 19900307 8812", "name"],
  ["陈嘉敏 440106199003078812", "name"],
  ["440106900307881", "staffNo"],
  ["E12345678", "name"],
  ["EJ1234567", "staffNo"],
  ["K1234567P", "name"],
  ["S1234567D", "staffNo"],
  ["Tan Wei Ming g7654321k", "name"],
  ["王芳 13800138000", "name"],
] as const)("%s is refused as a %s", (text, what) => {
  expect(findIdentityProblem(text, what)).toBe("employees.errors.identityNumber");
});

it.each([
  ["陈嘉敏", "name"],
  ["Tan Wei Ming 2nd", "name"],
  ["O'Brien-Smith, Anna", "name"],
  ["A001", "staffNo"],
  ["20190304", "staffNo"],
  ["GZ-2022-0117", "staffNo"],
] as const)("%s is taken as a %s", (text, what) => {
  expect(findIdentityProblem(text, what)).toBeNull();
});

it("a refusal does not repeat what was typed", () => {
  const id = "01890000-0000-7000-8000-000000000000";
  const given = { enterpriseId: id, parkId: id, name: "440106199003078812", joinedOn: "2022-01-01" };
  const parsed = createEmployeeSchema.safeParse(given);
  expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["name", "employees.errors.identityNumber"],
  ]);
});

it("somebody is there from the day they join to the day before they leave", () => {
  const days = { joinedOn: "2022-03-01", leftOn: "2022-06-30" };
  expect(["2022-02-28", "2022-03-01", "2022-06-29", "2022-06-30"].map((on) => isPresent(days, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
