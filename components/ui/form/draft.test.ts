import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  forgetDraft,
  forgetDrafts,
  forgetOldDrafts,
  keepDraft,
  keepName,
  readDraft,
  readName,
} from "./draft";

const DAY = 24 * 60 * 60 * 1000;
let viewer = "";

/** A browser's store: its own keys are the places, as `Object.keys(localStorage)` tells them. */
function makeStore(): Storage {
  const store = {} as Storage;
  const hidden = (value: unknown) => ({ value, enumerable: false });
  Object.defineProperties(store, {
    getItem: hidden((place: string) => store[place] ?? null),
    setItem: hidden((place: string, text: string) => {
      store[place] = text;
    }),
    removeItem: hidden((place: string) => {
      delete store[place];
    }),
  });
  return store;
}

beforeEach(() => {
  vi.useFakeTimers();
  viewer = "ann";
  vi.stubGlobal("localStorage", makeStore());
  vi.stubGlobal("document", { querySelector: () => (viewer ? { dataset: { viewer } } : null) });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const places = () => Object.keys(localStorage);

it("what was typed is there for seven days, and gone after them", () => {
  keepDraft("/leases/new", { leaseNo: "L-1" });
  vi.advanceTimersByTime(7 * DAY - 1);
  expect(readDraft("/leases/new")).toEqual({ leaseNo: "L-1" });
  forgetOldDrafts();
  expect(places()).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(readDraft("/leases/new")).toBeNull();
  forgetOldDrafts();
  expect(places()).toEqual([]);
});

it("each word typed begins the seven days anew", () => {
  keepDraft("/leases/new", { leaseNo: "L" });
  vi.advanceTimersByTime(6 * DAY);
  keepDraft("/leases/new", { leaseNo: "L-1" });
  vi.advanceTimersByTime(6 * DAY);
  expect(readDraft("/leases/new")).toEqual({ leaseNo: "L-1" });
});

it("saving clears its own form's, and the names that no other draft needs", () => {
  keepDraft("/leases/new", { enterpriseId: "f-1" });
  keepName("f-1", "Lion Ltd");
  keepDraft("/projects/new", { leadId: "f-2" });
  keepName("f-2", "Acme Ltd");
  forgetDraft("/leases/new");
  expect(readDraft("/leases/new")).toBeNull();
  expect(readName("f-1")).toBeNull();
  expect(readDraft("/projects/new")).toEqual({ leadId: "f-2" });
  expect(readName("f-2")).toBe("Acme Ltd");
});

it("another person at this computer sees none of it; signing out clears one's own, and what is too old", () => {
  keepDraft("/leases/new", { leaseNo: "L-1" });
  vi.advanceTimersByTime(8 * DAY);
  viewer = "bob";
  expect(readDraft("/leases/new")).toBeNull();
  keepDraft("/units/new", { code: "U-1" });
  viewer = "cid";
  keepDraft("/units/new", { code: "U-2" });
  forgetDrafts();
  expect(places()).toEqual(["draft:bob:/units/new"]);
  viewer = "";
  keepDraft("/units/new", { code: "U-3" });
  expect(places()).toHaveLength(1);
});

it("a store that refuses, or holds something else, breaks no form", () => {
  localStorage.setItem("draft:ann:/leases/new", "not json");
  expect(readDraft("/leases/new")).toBeNull();
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  });
  expect(() => keepDraft("/leases/new", {})).not.toThrow();
});
