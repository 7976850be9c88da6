import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeCustomField, makePark, makeUnit, system } from "@/lib/testing/factories";
import { listOwnColumns } from "./facts-own";
import { recogniseHeader } from "./fields";
import { bringIn, checkAgain, commit } from "./run";

beforeEach(resetDatabase);

const csv = (...lines: string[]) => ({ name: "file.csv", bytes: Buffer.from(lines.join("\n")) });
const bring = async (kind: "enterprises" | "projects", ...lines: string[]) => {
  const checked = await bringIn(system, kind, csv(...lines));
  await commit(system, checked.id);
  return checked;
};

describe("tags in a file", () => {
  it("are added to a firm's, each once, and never taken away", async () => {
    await bring("enterprises", "name_en,标签", 'Acme,"Fintech，council 18"', "Bare,");
    const tagsOf = async (nameEn: string) =>
      (await db.enterprise.findFirstOrThrow({ where: { nameEn } })).tags;
    expect(await tagsOf("Acme")).toEqual(["Fintech", "council 18"]);
    const same = await bringIn(system, "enterprises", csv("name_en,tags", "Acme,FINTECH", "Bare,-"));
    expect(same.counts).toMatchObject({ unchanged: 2 });
    const more = await bring("enterprises", "name_en,country,tags", "Acme,SG,green", "Bare,SG,");
    expect(more.counts).toMatchObject({ updated: 2 });
    expect(await tagsOf("Acme")).toEqual(["Fintech", "council 18", "green"]);
    expect(await tagsOf("Bare")).toEqual([]);
  });

  it("are added to a project's by each of its rows", async () => {
    const header = "project_code,project_en,tags,milestone_en,baseline";
    await bring("projects", header, "P-1,Base,council 18,One,2022-06-30", "P-1,,green,Two,2022-07-31");
    const tagsOf = async () => (await db.project.findFirstOrThrow()).tags;
    expect(await tagsOf()).toEqual(["council 18", "green"]);
    const { counts } = await bring("projects", "project_code,tags", "P-1,Council 18、cells");
    expect(counts).toMatchObject({ updated: 1 });
    expect(await tagsOf()).toEqual(["cells", "council 18", "green"]);
    expect((await bringIn(system, "projects", csv("project_code,tags", "P-1,green"))).counts).toMatchObject({
      unchanged: 1,
    });
  });

  it("are refused at their cell where they are too many, with those that are there", async () => {
    const twenty = Array.from({ length: 20 }, (_, i) => `t${i}`).join("、");
    await bring("enterprises", "name_en,tags", `Acme,${twenty}`);
    await bring("projects", "project_code,project_en,tags", `P-1,Base,${twenty}`);
    const refused = { field: "tags", code: "TAGS", message: "errors.tagsMany" };
    const firm = await bringIn(system, "enterprises", csv("name_en,tags", "Acme,one more"));
    expect(firm.findings.problems).toMatchObject([refused]);
    const project = await bringIn(system, "projects", csv("project_code,tags", "P-1,one more"));
    expect(project.findings.problems).toMatchObject([refused]);
    const long = await bringIn(system, "enterprises", csv("name_en,tags", `New,${"x".repeat(41)}`));
    expect(long.findings.problems).toMatchObject([{ ...refused, message: "errors.tagLong" }]);
  });
});

describe("how a header was read is remembered", () => {
  const lines = ["name_en,country,Note,Other", "Acme,SG,a,b"];

  it("but a field that came later takes the column that is called after it", async () => {
    await bring("enterprises", ...lines);
    await makeCustomField({ labelEn: "Note" });
    const { file, counts } = await bringIn(system, "enterprises", csv(...lines));
    expect(file.mapping).toEqual({ name_en: 0, country: 1, cf_note: 2 });
    expect(counts).toMatchObject({ updated: 1 });
  });

  it("and a column that was set aside while the field was there stays aside", async () => {
    await makeCustomField({ labelEn: "Note" });
    const { id, version } = await bringIn(system, "enterprises", csv(...lines));
    await checkAgain(system, { id, version, mapping: { name_en: 0, country: 1 }, nameMatch: "ask" });
    expect((await bringIn(system, "enterprises", csv(...lines))).file.mapping).toEqual({
      name_en: 0,
      country: 1,
    });
  });
});

it("a file of tenancies knows a firm's own field by its header, and does not read it", async () => {
  await makeCustomField({ labelEn: "Note", labelZh: "备注事项" });
  const park = await makePark();
  const unit = await makeUnit(park);
  const own = await listOwnColumns(system, "tenancies");
  expect(recogniseHeader("tenancies", "备注事项", own)).toBe("cf_note");
  const file = csv(
    "name_en,备注事项,park,building,unit,lease_no,starts_on,ends_on",
    `Acme,x,${park.code},A,${unit.code},HT-1,2022-01-01,2022-12-31`,
  );
  const { id, file: read, counts } = await bringIn(system, "tenancies", file);
  expect(read.mapping).not.toHaveProperty("cf_note");
  expect(counts).toMatchObject({ created: 1, failed: 0 });
  await commit(system, id);
  expect(await db.enterprise.findFirstOrThrow({ select: { custom: true } })).toEqual({ custom: {} });
});

describe("a project's agreement and days in a file", () => {
  it("are set where they are said, stay where they are not, and are refused at their cells", async () => {
    await openChangeSet(system, { verb: "projects.create" }, (tx) =>
      tx.agreement.create({
        data: { code: "AG-1", titleEn: "MOU", signedOn: new Date("2022-11-01") },
        select: { id: true },
      }),
    );
    const header = "project_code,project_en,协议编号,started_on,delivered_on";
    await bring("projects", header, "P-1,Base,AG-1,2022-03-01,2022-09-01");
    await bring("projects", "project_code,project_en", "P-1,Renamed");
    const row = await db.project.findFirstOrThrow({ include: { agreement: true } });
    expect(row).toMatchObject({
      ...{ titleEn: "Renamed", agreement: { code: "AG-1" }, stage: "DELIVERED" },
      ...{ startedOn: new Date("2022-03-01"), deliveredOn: new Date("2022-09-01") },
    });
    const wrong = csv(header, "P-2,Two,AG-9,,", "P-3,Three,,,2100-01-01", "P-1,,,2022-10-01,");
    const { findings } = await bringIn(system, "projects", wrong);
    expect(findings.problems.map(({ row, field }) => [row, field])).toEqual([
      [2, "agreement_no"],
      [3, "delivered_on"],
      [4, "started_on"],
    ]);
  });
});
