import { beforeEach, describe, expect, it } from "vitest";
import { completeUscc } from "@/lib/domain/enterprises/rules";
import { mergeEnterprisesSchema } from "@/lib/domain/enterprises/schema";
import { mergeEnterprises } from "@/lib/domain/enterprises/service-merge";
import { getImport } from "@/lib/domain/imports/queries";
import { createLease } from "@/lib/domain/leases/service";
import { db } from "@/lib/platform/db/client";
import type { AppError } from "@/lib/platform/errors/app-error";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer } from "@/lib/testing/factories";
import { tellProblems } from "./answer";
import { bringIn, checkAgain, commit } from "./run";

beforeEach(resetDatabase);

const csv = (...lines: string[]) => ({ name: "tenancies.csv", bytes: Buffer.from(lines.join("\n")) });
const failure = (write: Promise<unknown>): Promise<AppError> =>
  write.then(
    () => {
      throw new Error("it was not refused");
    },
    (error) => error,
  );
const codes = (result: { findings: { problems: { row: number; field: string | null; code: string }[] } }) =>
  result.findings.problems.map(({ row, field, code }) => [row, field, code]);

const HEAD =
  "name_zh,uscc,park,building,unit,lease_no,area,starts_on,ends_on,moved_in_on,headcount,headcount_on";
const uscc = completeUscc("91440101MA5ABCD12");

describe("a file of tenancies", () => {
  it("is written as one change set, and is unchanged when it comes again", async () => {
    const viewer = await makeViewer("OFFICER");
    const park = await makePark();
    const [one, two] = [await makeUnit(park, { area: "100" }), await makeUnit(park, { area: "50.5" })];
    const file = csv(
      HEAD,
      `狮城生物科技有限公司,${uscc},${park.code},A,${one.code},HT-1,,2022年1月1日,2024/12/31,2022-01-15,42,2022-10-31`,
      `狮城生物科技有限公司,,${park.code},A,${two.code},HT-1,50.5,,,,42,2022-10-31`,
    );
    const checked = await bringIn(viewer, "tenancies", file);
    expect(checked.findings.problems).toEqual([]);
    expect(checked.counts).toMatchObject({ rows: 2, created: 2, failed: 0 });
    expect(await db.lease.count()).toBe(0);

    const before = await db.changeSet.count();
    await commit(viewer, checked.id);
    expect(await db.changeSet.count()).toBe(before + 1);
    const lease = await db.lease.findUniqueOrThrow({ where: { leaseNo: "HT-1" }, include: { lines: true } });
    // No area given: the whole unit.
    expect(lease.lines.map(({ area }) => area.toFixed(2)).sort()).toEqual(["100.00", "50.50"]);
    const firm = await db.enterprise.findFirstOrThrow({ include: { identifiers: true, headcounts: true } });
    expect(firm.identifiers.map(({ value }) => value)).toEqual([uscc]);
    expect(firm.headcounts).toMatchObject([{ total: 42, source: "IMPORT" }]);
    const found = await getImport(viewer, checked.id);
    expect(found).toMatchObject({ status: "COMMITTED", created: 2, can: { commit: false } });
    const set = await db.changeSet.findUniqueOrThrow({ where: { id: found?.changeSetId ?? "" } });
    expect(set).toMatchObject({ verb: "imports.commit", via: "IMPORT", actorId: viewer.userId });

    expect((await failure(commit(viewer, checked.id))).code).toBe("CONFLICT");
    const again = await bringIn(viewer, "tenancies", file);
    expect(again.counts).toMatchObject({ unchanged: 2, created: 0, updated: 0, failed: 0 });
  });

  it("leaves out what is wrong, says why in both languages, and writes the rest", async () => {
    const viewer = await makeViewer("OFFICER");
    const park = await makePark();
    const [let_, free] = [await makeUnit(park), await makeUnit(park)];
    const other = await makeFirm({ nameEn: "Star 3D" });
    const standing = leaseInput({ enterpriseId: other.id, units: [let_.id], leaseNo: "L-9" });
    await createLease(viewer, standing);
    const result = await bringIn(
      viewer,
      "tenancies",
      csv(
        HEAD,
        `甲公司,,${park.code},A,${let_.code},HT-1,,2022-06-01,2023-05-31,,,`,
        `乙公司,9.14403E+17,${park.code},A,${free.code},HT-2,,2022-06-01,2023-05-31,,,`,
        `丙公司,,${park.code},A,${free.code},HT-3,,2022-06-01,2023-05-31,,,`,
        `丁公司,,${park.code},A,${free.code},HT-4,,2023-01-01,2023-12-31,,,`,
        `戊公司,,${park.code},A,nowhere,HT-5,,2023-01-01,2023-12-31,,,`,
        `己公司,,${park.code},A,${free.code},HT-6,,2023-13-01,2023-12-31,,,`,
      ),
    );
    expect(codes(result)).toEqual([
      [2, "unit", "LET_TWICE"],
      [3, "uscc", "DAMAGED_CODE"],
      [5, "unit", "LET_TWICE"],
      [6, "unit", "UNIT_UNKNOWN"],
      [7, "starts_on", "DATE"],
    ]);
    const told = await tellProblems(result.findings.problems, result.file);
    expect(told[0]?.message.en).toBe(
      `${let_.code} is let to Star 3D from 2022-01-01 to 2022-12-31 (lease L-9).`,
    );
    expect(told[2]?.message.zh).toContain("租给丙公司（合同 HT-3）");
    const { counts } = await commit(viewer, result.id);
    expect(counts).toMatchObject({ rows: 6, created: 1, failed: 5 });
    expect((await db.enterprise.findMany()).map(({ nameZh }) => nameZh).filter(Boolean)).toEqual(["丙公司"]);
  });

  it("moves a lease out of the way of the one that follows it", async () => {
    const viewer = await makeViewer("OFFICER");
    const park = await makePark();
    const unit = await makeUnit(park);
    const place = `${park.code},A,${unit.code}`;
    const head = "name_en,park,building,unit,lease_no,starts_on,ends_on,terminated_on,renewal_of";
    const first = await bringIn(viewer, "tenancies", csv(head, `Acme,${place},L-1,2022-01-01,2022-12-31,,`));
    await commit(viewer, first.id);
    const second = await bringIn(
      viewer,
      "tenancies",
      csv(
        head,
        `Acme,${place},L-2,2022-07-01,2024-06-30,,L-1`,
        `Acme,${place},L-1,2022-01-01,2022-12-31,2022-06-30,`,
      ),
    );
    expect(second.counts).toMatchObject({ created: 1, updated: 1, failed: 0 });
    await commit(viewer, second.id);
    const renewed = await db.lease.findUniqueOrThrow({
      where: { leaseNo: "L-2" },
      include: { renewalOf: true },
    });
    expect(renewed.renewalOf?.leaseNo).toBe("L-1");
  });

  it("asks about a firm that matches by name alone, until it is told", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeFirm({ nameEn: "Lion TCR Pte. Ltd." });
    const head = "name_en,uscc,contact_name";
    const asked = await bringIn(
      viewer,
      "enterprises",
      csv(head, "Lion TCR Limited,,", "LION TCR PTE LTD,,陈"),
    );
    expect(codes(asked)).toEqual([[2, "name_en", "NAME_MATCH"]]);
    expect(asked.counts).toMatchObject({ updated: 1 });
    const { mapping } = asked.file;
    const settled = await checkAgain(viewer, { id: asked.id, version: 1, mapping, nameMatch: "new" });
    expect(settled.counts).toMatchObject({ created: 1, updated: 1, failed: 0 });
    await commit(viewer, asked.id);
    expect(await db.enterprise.count()).toBe(2);
  });

  it("finds by its former name or number the firm that an entry was merged into, and changes nothing of it", async () => {
    const viewer = await makeViewer("OFFICER");
    const [old, other] = [completeUscc("91440101MA5ABCD13"), completeUscc("91440101MA5ABCD14")];
    const file = csv("name_zh,uscc", `甲生物科技有限公司,${uscc}`, `乙生物科技有限公司,${old}`);
    await commit(viewer, (await bringIn(viewer, "enterprises", file)).id);
    const byName = (nameZh: string) => db.enterprise.findFirstOrThrow({ where: { nameZh } });
    const [stays, goes] = [await byName("甲生物科技有限公司"), await byName("乙生物科技有限公司")];
    const pair = { id: stays.id, version: stays.version, goesId: goes.id, goesVersion: goes.version };
    await mergeEnterprises(viewer, mergeEnterprisesSchema.parse(pair));

    const again = await bringIn(viewer, "enterprises", csv("name_zh,uscc", `乙生物科技有限公司,${old}`));
    expect(again.counts).toMatchObject({ rows: 1, unchanged: 1, created: 0, updated: 0, failed: 0 });
    // With both entries in one file the second is told to be the first, not made anew.
    expect(codes(await bringIn(viewer, "enterprises", file))).toEqual([[3, null, "TWICE_IN_FILE"]]);
    const nameOnly = await bringIn(viewer, "enterprises", csv("name_zh,uscc", "乙生物科技有限公司,"));
    expect(nameOnly.counts).toMatchObject({ unchanged: 1, created: 0 });
    // A number that it never had is still another firm's.
    const wrong = await bringIn(viewer, "enterprises", csv("name_zh,uscc", `乙生物科技有限公司,${other}`));
    expect(wrong.counts).toMatchObject({ created: 1 });
  });

  it("sees a lease that came between looking and writing", async () => {
    const viewer = await makeViewer("OFFICER");
    const park = await makePark();
    const unit = await makeUnit(park);
    const rows = [`甲公司,,${park.code},A,${unit.code},HT-1,,2022-06-01,2023-05-31,,,`];
    const file = await bringIn(viewer, "tenancies", csv(HEAD, ...rows));
    const firm = await makeFirm();
    await createLease(viewer, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const { counts, findings } = await commit(viewer, file.id);
    expect(counts).toMatchObject({ created: 0, failed: 1 });
    expect(findings.problems[0]?.code).toBe("LET_TWICE");
  });
});

describe("an officer limited to parks", () => {
  it("hears the same of another's park as of a missing one, and sees nobody else's imports", async () => {
    const [mine, other] = [await makePark(), await makePark()];
    const limited = await makeViewer("OFFICER", { parkIds: [mine.id] });
    const unit = await makeUnit(other);
    const row = (park: string) => `甲公司,,${park},A,${unit.code},,,2022-06-01,2023-05-31,,,`;
    const result = await bringIn(limited, "tenancies", csv(HEAD, row(other.code), row("nowhere")));
    const messages = result.findings.problems.map(({ code, message }) => [code, message.split("?")[0]]);
    expect(messages[0]).toEqual(messages[1]);
    const units = await bringIn(
      limited,
      "units",
      csv("park,building,floor,unit,area", "New park,A,1,101,10"),
    );
    expect(codes(units)).toEqual([[2, "park", "PARK_UNKNOWN"]]);
    const office = await makeViewer("OFFICER");
    expect(await getImport(office, result.id)).not.toBeNull();
    const theirs = await bringIn(office, "tenancies", csv(HEAD, row(other.code)));
    expect(await getImport(limited, theirs.id)).toBeNull();
    expect((await failure(commit(limited, theirs.id))).code).toBe("NOT_FOUND");
  });

  it("is not the only one refused: managers do not import", async () => {
    const manager = await makeViewer("MANAGER");
    expect((await failure(bringIn(manager, "units", csv("park,unit", "A,1")))).code).toBe("FORBIDDEN");
  });
});

describe("a file of units", () => {
  it("brings its parks, buildings and floors with it", async () => {
    const viewer = await makeViewer("OFFICER");
    const head = "园区,楼栋,楼层,房号,可租面积(㎡),用途,可租状态,共享,启用日期";
    const rows = [
      "新园区,A栋,负一层,B101,１２０.５,停车,可租,否,2020-01-01",
      "新园区,A栋,3F,301,1.2万,办公,可租,否,",
      "新园区,A栋,三层,302,80,联合办公,自用,是,",
    ];
    const first = await bringIn(viewer, "units", csv(head, ...rows));
    expect(first.findings.problems).toEqual([]);
    await commit(viewer, first.id);
    const floors = await db.floor.findMany({ orderBy: { position: "asc" }, include: { units: true } });
    expect(floors.map(({ label, position, units }) => [label, Number(position), units.length])).toEqual([
      ["B1", -1, 1],
      ["3", 3, 2],
    ]);
    expect((await bringIn(viewer, "units", csv(head, ...rows))).counts).toMatchObject({ unchanged: 3 });
    const more = [
      ...rows.slice(0, 2),
      "新园区,A栋,4,401,50,实验室,可租,否,",
      rows[2]?.replace("80", "81") ?? "",
    ];
    const second = await bringIn(viewer, "units", csv(head, ...more));
    expect(second.counts).toMatchObject({ unchanged: 2, created: 1, updated: 1 });
    await commit(viewer, second.id);
    expect(await db.building.count()).toBe(1);
    expect((await db.unit.findFirstOrThrow({ where: { code: "302" } })).area.toFixed(2)).toBe("81.00");
  });
});

describe("a file of projects", () => {
  it("keeps every forecast and leaves baselines to managers", async () => {
    const viewer = await makeViewer("OFFICER");
    const park = await makePark();
    const head = "项目编号,项目名称,园区,牵头企业,里程碑,权重,基准日期,预测日期,实际完成日期";
    const row = (forecast: string, baseline = "2022-12-31") =>
      `P-1,细胞基地,${park.code},狮城生物,厂房封顶,2,${baseline},${forecast},`;
    const first = await bringIn(
      viewer,
      "projects",
      csv(head, row("2022-12-31"), `P-1,,,,投产,,2023-06-30,,`),
    );
    expect(first.counts).toMatchObject({ created: 2, failed: 0 });
    await commit(viewer, first.id);
    const project = await db.project.findFirstOrThrow({ include: { milestones: true, lead: true } });
    expect(project.lead?.nameZh).toBe("狮城生物");
    expect(project.milestones.map(({ weight }) => Number(weight)).sort()).toEqual([1, 2]);
    const second = await bringIn(viewer, "projects", csv(head, row("2023-02-28"), row("", "2023-03-01")));
    expect(codes(second)).toEqual([[3, "milestone_zh", "TWICE_IN_FILE"]]);
    await commit(viewer, second.id);
    const kept = await db.milestoneForecast.findMany({ where: { forecastOn: new Date("2023-02-28") } });
    expect(kept).toHaveLength(1);
    const third = await bringIn(viewer, "projects", csv(head, row("", "2023-03-01")));
    expect(codes(third)).toEqual([[2, "baseline", "REBASELINE"]]);
  });
});
