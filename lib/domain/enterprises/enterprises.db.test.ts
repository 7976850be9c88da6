import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { createLease } from "../leases/service";
import { getEnterprise } from "./queries";
import { listEnterprises } from "./queries-list";
import { completeUscc } from "./rules";
import { createEnterpriseSchema, enterpriseListSchema, updateEnterpriseSchema } from "./schema";
import { closeEnterprise, createEnterprise, updateEnterprise } from "./service";

beforeEach(resetDatabase);

const today = toCivil("2022-06-01");
const code = completeUscc("91440112MA9010001");
const add = (fields: Record<string, unknown>) =>
  createEnterprise(system, createEnterpriseSchema.parse(fields));
const find = async (query: string, viewer = system) =>
  (await listEnterprises(viewer, enterpriseListSchema.parse({ query }), today)).rows.map(
    (row) => row.nameZh ?? row.nameEn,
  );

describe("finding a firm", () => {
  it("finds it by two characters, pinyin, initials, English, former name and the end of its identifier", async () => {
    const nameZh = "云岫图新医疗器械（广州）有限公司";
    await add({
      nameZh,
      nameEn: "Yunxiu Tuxin Medical Devices",
      formerNames: "老名字公司",
      identifiers: [{ type: "USCC", value: code }],
    });
    await add({ nameZh: "蓝榕软件有限公司" });
    for (const query of [
      "图新",
      "yunxiu",
      "yun xiu",
      "yxtx",
      "TUXIN med",
      "老名字",
      code.slice(-4),
      "ＹＵＮＸＩＵ",
    ]) {
      expect([query, await find(query)]).toEqual([query, [nameZh]]);
    }
    expect(await find("不存在")).toEqual([]);
  });

  it("sorts Chinese names by pinyin", async () => {
    for (const nameZh of ["张江公司", "安岭公司", "陈塘公司", "鹭洲公司"]) await add({ nameZh });
    const reader = { ...system, locale: "zh" as const };
    const { rows } = await listEnterprises(reader, enterpriseListSchema.parse({}), today);
    // an · chen · lu · zhang
    expect(rows.map((row) => row.nameZh)).toEqual(["安岭公司", "陈塘公司", "鹭洲公司", "张江公司"]);
  });
});

describe("what a firm is", () => {
  it("refuses an identifier whose check character is wrong, or that a spreadsheet damaged", () => {
    const wrong = code.slice(0, -1) + (code.endsWith("0") ? "1" : "0");
    const problem = (value: string) =>
      createEnterpriseSchema.safeParse({ nameEn: "A", identifiers: [{ type: "USCC", value }] }).error
        ?.issues[0];
    expect(problem(wrong)).toMatchObject({
      path: ["identifiers", 0, "value"],
      message: "enterprises.errors.uscc",
    });
    expect(problem("9.14403E+17")?.message).toBe("enterprises.errors.damagedCode");
    expect(problem(` ${code.toLowerCase()} `)).toBeUndefined();
  });

  it("names the firm that has the identifier already, and frees it once it is former", async () => {
    const first = await add({ nameEn: "First", identifiers: [{ type: "USCC", value: code }] });
    const second = { nameEn: "Second", identifiers: [{ type: "USCC", value: code }] };
    await expect(add(second)).rejects.toMatchObject({
      code: "CONFLICT",
      fieldErrors: { "identifiers.0.value": "enterprises.errors.identifierOf?name=First" },
    });
    const former = [{ type: "USCC", value: code, former: true }];
    await updateEnterprise(
      system,
      updateEnterpriseSchema.parse({ id: first.id, version: 1, nameEn: "First", identifiers: former }),
    );
    await expect(add(second)).resolves.toMatchObject({ version: 1 });
  });

  it("does not leave the zone while a lease still runs", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const firm = await makeFirm();
    const lease = leaseInput({ enterpriseId: firm.id, units: [unit.id], leaseNo: "L-9" });
    await createLease(system, lease);
    const close = (endedOn: string) =>
      closeEnterprise(system, { id: firm.id, version: 1, endedOn: toCivil(endedOn), reason: null });
    await expect(close("2022-06-30")).rejects.toMatchObject({
      fieldErrors: { endedOn: "enterprises.errors.stillLeasing?lease=L-9" },
    });
    await expect(close("2022-12-31")).resolves.toMatchObject({ version: 2 });
  });
});

describe("reach", () => {
  it("gives a limited officer the firms of its parks and those that are nowhere yet, and a firm itself alone", async () => {
    const [mine, other] = [await makePark(), await makePark()];
    const [here, there, nowhere] = [await makeFirm(), await makeFirm(), await makeFirm()];
    const units = [await makeUnit(mine), await makeUnit(other)];
    await createLease(system, leaseInput({ enterpriseId: here.id, units: [units[0]?.id ?? ""] }));
    await createLease(system, leaseInput({ enterpriseId: there.id, units: [units[1]?.id ?? ""] }));
    const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
    expect((await find("", officer)).sort()).toEqual([here.nameEn, nowhere.nameEn].sort());
    expect(await getEnterprise(officer, there.id)).toBeNull();
    const own = await makeViewer("ENTERPRISE", { enterpriseIds: [there.id] });
    expect(await find("", own)).toEqual([there.nameEn]);
    const council = await makeViewer("VIEWER");
    await expect(getEnterprise(council, there.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
