import { describe, expect, it } from "vitest";
import { readyStatements } from "./ready-statements";

describe("readyStatements", () => {
  it("keeps ready what was answered shortly three times in a row, under one name for good", () => {
    const { nameOf, took } = readyStatements();
    for (let i = 0; i < 2; i += 1) took("SELECT 1", 5);
    expect(nameOf("SELECT 1")).toBe("");
    took("SELECT 1", 5);
    const name = nameOf("SELECT 1");
    expect(name).not.toBe("");
    took("SELECT 1", 500);
    expect(nameOf("SELECT 1")).toBe(name);
  });

  it("leaves what takes long to be planned for its values, and begins to count anew after it", () => {
    const { nameOf, took } = readyStatements();
    for (const time of [5, 5, 21, 5, 5]) took("SELECT 1", time);
    expect(nameOf("SELECT 1")).toBe("");
    took("SELECT 1", 20);
    expect(nameOf("SELECT 1")).not.toBe("");
  });

  it("gives no two texts one name", () => {
    const { nameOf, took } = readyStatements({ often: 1 });
    const texts = Array.from({ length: 100 }, (_, i) => `SELECT ${i}`);
    for (const text of texts) took(text, 1);
    expect(new Set(texts.map(nameOf)).size).toBe(100);
  });

  it("gives what was forgotten another name, since the old one still stands for what it was", () => {
    const { nameOf, took, forget } = readyStatements({ often: 1 });
    for (const text of ["a", "b"]) took(text, 1);
    const old = nameOf("a");
    forget("a");
    expect(nameOf("a")).toBe("");
    took("a", 1);
    expect(["", old, nameOf("b")]).not.toContain(nameOf("a"));
  });

  it("keeps no more ready than it may", () => {
    const { nameOf, took } = readyStatements({ often: 1, most: 2 });
    for (const text of ["a", "b", "c", "c"]) took(text, 1);
    expect(["a", "b", "c"].map((text) => nameOf(text) !== "")).toEqual([true, true, false]);
  });

  it("forgets what is asked once, and then counts anew", () => {
    const { nameOf, took } = readyStatements({ often: 2, counted: 10 });
    took("often", 1);
    for (let i = 0; i < 10; i += 1) took(`once ${i}`, 1);
    took("often", 1);
    expect(nameOf("often")).toBe("");
    took("often", 1);
    expect(nameOf("often")).not.toBe("");
  });
});
