import { expect, test } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { stateOn, versionOn } from "./rules";

const d = (text: string) => toCivil(text);
const text = (from: string, to: string | null, number = 1) => ({
  ...{ number, inForceFrom: d(from) },
  inForceTo: to === null ? null : d(to),
});

test("a text is in force from its first day to its last, both included", () => {
  const texts = [text("2022-03-01", "2023-12-31", 1), text("2024-01-01", null, 2)];
  const found = ["2022-02-28", "2022-03-01", "2023-12-31", "2024-01-01", "2026-11-27"].map(
    (on) => versionOn(texts, d(on))?.number ?? null,
  );
  expect(found).toEqual([null, 1, 1, 2, 2]);
});

test("a policy is not yet, then in force, then not any longer; without a text it is none of these", () => {
  const texts = [text("2022-03-01", "2022-12-31")];
  expect(["2022-02-28", "2022-03-01", "2023-01-01"].map((on) => stateOn(texts, d(on)))).toEqual([
    ...["NOT_YET", "IN_FORCE", "ENDED"],
  ]);
  expect(stateOn([], d("2022-03-01"))).toBe("NO_TEXT");
  // Between two texts the first has ended.
  expect(stateOn([...texts, text("2024-01-01", null, 2)], d("2023-06-01"))).toBe("ENDED");
});
