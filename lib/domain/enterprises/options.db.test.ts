import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { resetDatabase } from "@/lib/testing/database";
import { makeViewer, system } from "@/lib/testing/factories";
import { listEnterpriseOptions } from "../enterprises/queries";
import { createEnterpriseSchema } from "../enterprises/schema";
import { createEnterprise } from "../enterprises/service";
import { listProjectOptions } from "../projects/queries-options";
import { createProjectSchema } from "../projects/schema";
import { createProject } from "../projects/service";

beforeEach(resetDatabase);

const add = (fields: Record<string, unknown>) =>
  createEnterprise(system, createEnterpriseSchema.parse(fields));
const offered = async (typed: string, viewer: Viewer = system) =>
  (await listEnterpriseOptions(viewer, typed)).map(({ nameEn, nameZh }) =>
    viewer.locale === "zh" ? nameZh : nameEn,
  );

describe("what a form offers as a name is typed", () => {
  it("is the whole name first, then what begins so, then a later word, then what only holds it", async () => {
    for (const nameEn of ["Alpha Ncs", "Adncsity Labs", "NCS Asia", "Zed", "NCS"]) await add({ nameEn });
    expect(await offered("ncs")).toEqual(["NCS", "NCS Asia", "Alpha Ncs", "Adncsity Labs"]);
    expect(await offered("")).toEqual(["Adncsity Labs", "Alpha Ncs", "NCS", "NCS Asia", "Zed"]);
  });

  it("is found among more that hold the text than are offered", async () => {
    for (let n = 0; n < 25; n += 1) await add({ nameEn: `A ncs ${String.fromCharCode(97 + n)}` });
    await add({ nameEn: "NCS" });
    const found = await offered("NCS");
    expect(found).toHaveLength(20);
    expect(found[0]).toBe("NCS");
    expect(new Set(found).size).toBe(20);
  });

  it("holds in Chinese, by characters and by pinyin", async () => {
    const reader: Viewer = { ...system, locale: "zh" };
    for (const nameZh of ["阿尔新加坡电信", "新加坡电信", "新加坡电信亚洲"]) await add({ nameZh });
    const best = ["新加坡电信", "新加坡电信亚洲", "阿尔新加坡电信"];
    expect(await offered("新加坡电信", reader)).toEqual(best);
    expect((await offered("xinjiapo", reader))[0]).toBe("新加坡电信");
  });

  it("never reaches beyond what the reader may see", async () => {
    const [own] = [await add({ nameEn: "Own NCS" }), await add({ nameEn: "NCS" })];
    const person = await makeViewer("ENTERPRISE", { enterpriseIds: [own.id] });
    expect(await offered("ncs", person)).toEqual(["Own NCS"]);
  });

  it("puts the project of a code before those whose code begins so", async () => {
    for (const code of ["A-P1", "P10", "P1"]) {
      await createProject(system, createProjectSchema.parse({ code, titleEn: `Title ${code}` }));
    }
    expect((await listProjectOptions(system, "P1")).map(({ code }) => code)).toEqual(["P1", "P10", "A-P1"]);
  });
});
