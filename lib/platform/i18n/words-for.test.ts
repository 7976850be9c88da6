import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { translatorFor } from "./words-for";

// In development the catalogue is read anew, so that a changed word is seen.
beforeAll(() => void vi.stubEnv("NODE_ENV", "production"));
afterAll(() => void vi.unstubAllEnvs());

describe("the words of a language", () => {
  it("are the message's, in each language and within a namespace", async () => {
    const [en, zh, nav] = [
      await translatorFor("en"),
      await translatorFor("zh"),
      await translatorFor("en", "nav"),
    ];
    expect([en("nav.home"), nav("home"), zh("nav.home")]).toEqual(["Home", "Home", "首页"]);
    expect([en("nav.home"), nav("home"), zh("nav.home")]).toEqual(["Home", "Home", "首页"]);
  });

  it("are made once, and fill in what they are given at each call", async () => {
    const t = await translatorFor("en", "ui.filter");
    expect(await translatorFor("en", "ui.filter")).toBe(t);
    expect([t("remove", { filter: "a" }), t("remove", { filter: "b" })]).toEqual([
      "Take away: a",
      "Take away: b",
    ]);
    expect(t.raw("remove")).toBe("Take away: {filter}");
    expect([t.has("remove"), t.has("nothing so")]).toEqual([true, false]);
  });

  it("keep a filled sentence by all that fills it, up to a number of them", async () => {
    const t = await translatorFor("en", "nav");
    const told = [t("notices", { count: 1 }), t("notices", { count: 2 }), t("notices", { count: 1 })];
    expect(told[2]).toBe(told[0]);
    expect(told[1]).not.toBe(told[0]);
    for (let i = 0; i < 1200; i += 1)
      expect(t("personMenu", { name: `Person ${i}` })).toContain(`Person ${i}:`);
    expect(t("notices", { count: 2 })).toBe(told[1]);
  });

  it("say the key of what is not there, however often they are asked", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const t = await translatorFor("en", "nav");
    expect([t("nothing so"), t("nothing so")]).toEqual(["nav.nothing so", "nav.nothing so"]);
    expect(said).toHaveBeenCalledTimes(2);
    said.mockRestore();
  });
});
