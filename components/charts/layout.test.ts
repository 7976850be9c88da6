import { describe, expect, it } from "vitest";
import { labelStep, spread, textWidth, timeLabel, toTime } from "./layout";

describe("labels that do not run into each other", () => {
  it("spreads them inside the bounds and keeps their order", () => {
    expect(spread([100, 102, 40], 15, 10, 200)).toEqual([100, 115, 40]);
    // Both want 198, the floor of the picture is 200: the upper one gives way.
    expect(spread([198, 199], 15, 10, 200)).toEqual([185, 200]);
    expect(spread([2, 3], 15, 10, 200)).toEqual([10, 25]);
  });

  it("draws every how many-th of a crowded axis", () => {
    expect(labelStep(["2022", "2023"], 60)).toBe(1);
    expect(labelStep(["2022-01", "2022-02"], 20)).toBe(3);
    expect(textWidth("园区")).toBe(24);
  });

  it("names a day as finely as the span asks", () => {
    const day = new Date(toTime("2022-11-01"));
    expect(timeLabel(day, 2000)).toBe("2022");
    expect(timeLabel(day, 400)).toBe("2022-11");
    expect(timeLabel(day, 30)).toBe("2022-11-01");
  });
});
