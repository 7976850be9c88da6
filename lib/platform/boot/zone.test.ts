import { expect, test } from "vitest";
import { prepareZone } from "./zone.mjs";

/** The settings of a database, in memory. */
function database(zone?: string, users = false) {
  const values = new Map<string, string>(zone ? [["zone", zone]] : []);
  return {
    values,
    get: async (key: string) => values.get(key),
    set: async (key: string, value: string) => void values.set(key, value),
    hasUsers: async () => users,
  };
}

async function prepare(settings: ReturnType<typeof database>, empty: boolean) {
  let loaded = 0;
  const load = async () => {
    loaded += 1;
  };
  const zone = await prepareZone(settings, { empty, load });
  return { zone, loaded, remembered: settings.values.get("zone") };
}

test("a new database gets the sample, once", async () => {
  const settings = database();
  expect(await prepare(settings, false)).toEqual({ zone: "sample", loaded: 1, remembered: "sample" });
  expect(await prepare(settings, false)).toEqual({ zone: "sample", loaded: 0, remembered: "sample" });
});

test("a new database started empty stays the office's own", async () => {
  const settings = database();
  expect(await prepare(settings, true)).toEqual({ zone: "own", loaded: 0, remembered: "own" });
  expect(await prepare(settings, false)).toEqual({ zone: "own", loaded: 0, remembered: "own" });
});

test("a database with people in it never gets the sample", async () => {
  expect(await prepare(database(undefined, true), false)).toEqual({
    zone: "own",
    loaded: 0,
    remembered: "own",
  });
});

test("a load that was interrupted is taken up again", async () => {
  const settings = database();
  const broken = async () => {
    throw new Error("killed");
  };
  await expect(prepareZone(settings, { empty: false, load: broken })).rejects.toThrow("killed");
  settings.hasUsers = async () => true;
  expect(await prepare(settings, false)).toEqual({ zone: "sample", loaded: 1, remembered: "sample" });
});

test("a sample is not taken for an office's own zone", async () => {
  for (const zone of ["sample", "loading the sample"]) {
    await expect(prepare(database(zone), true)).rejects.toThrow("This database holds the sample zone");
  }
});
