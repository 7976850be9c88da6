import { expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { actionItemState, assertCloses } from "./rules";

const d = (text: string) => toCivil(text);
const item = { raisedOn: d("2022-11-01"), dueOn: d("2022-12-31"), doneOn: null, droppedOn: null };

it("is open through its due day, overdue after it, and closed from the day it is closed", () => {
  const on = (text: string, given: object = {}) => actionItemState({ ...item, ...given }, d(text));
  expect(on("2022-10-31")).toBeNull();
  expect([on("2022-11-01"), on("2022-12-31"), on("2023-01-01")]).toEqual(["OPEN", "OPEN", "OVERDUE"]);
  expect(on("2030-01-01", { dueOn: null })).toBe("OPEN");
  const done = { doneOn: d("2023-02-01") };
  expect([on("2023-01-31", done), on("2023-02-01", done)]).toEqual(["OVERDUE", "DONE"]);
  expect(on("2023-02-01", { droppedOn: d("2023-02-01") })).toBe("DROPPED");
});

it("is closed on a day that has come, and not before it was raised", () => {
  const close = (on: string) => () => assertCloses(item.raisedOn, d(on), d("2022-12-01"), "doneOn");
  expect(close("2022-11-01")).not.toThrow();
  expect(close("2022-12-01")).not.toThrow();
  expect(close("2022-12-02")).toThrow("errors.invalid");
  expect(close("2022-10-31")).toThrow("errors.invalid");
});
