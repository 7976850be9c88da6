import { beforeEach, describe, expect, it } from "vitest";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { toNeedle } from "@/lib/platform/names/needle";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeCommitment,
  makeFirm,
  makePark,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { inventFirm } from "@/prisma/seed/names";
import { createRandom } from "@/prisma/seed/random";
import { completeUscc, toNameKey } from "../enterprises/rules";
import { createEnterpriseSchema } from "../enterprises/schema";
import { enterpriseScope } from "../enterprises/scope";
import { createEnterprise, updateEnterprise } from "../enterprises/service";
import { createEnterprises } from "../enterprises/service-bulk";
import { createLease } from "../leases/service";
import { searchRecords } from "./queries";
import { searchPlaces } from "./queries-places";

beforeEach(resetDatabase);

const code = completeUscc("91440112MA9010001");
const add = (fields: Record<string, unknown>) =>
  createEnterprise(system, createEnterpriseSchema.parse(fields));
const find = async (typed: string, viewer = system, limit = 5) =>
  (await searchRecords(viewer, typed, limit)).map((hit) => hit.id);

describe("finding a firm", () => {
  it("finds it from any two characters, a word's start, pinyin, initials, an identifier's end, a former name", async () => {
    const { id } = await add({
      nameZh: "云岫图新医疗器械（广州）有限公司",
      nameEn: "Yunxiu Tuxin Medical Devices",
      formerNames: "老名字公司",
      identifiers: [{ type: "USCC", value: code }],
    });
    await add({ nameZh: "蓝榕软件有限公司" });
    const typed = [
      "云岫",
      "岫图",
      "器械",
      "广州）",
      "tux",
      "Medical D",
      "yunxiu",
      "xiu tu",
      "yxtx",
      "tx",
      code.slice(-4),
    ];
    for (const text of [...typed, "老名", "名字", "雲岫", "ＹＵＮＸＩＵ", "devices tuxin", "医疗 云岫"]) {
      expect([text, await find(text)]).toEqual([text, [id]]);
    }
    for (const text of ["不存", "uxin", "zz", "岫", " ", "%", "_", "医疗 蓝榕"]) {
      expect([text, await find(text)]).toEqual([text, text === "岫" ? [id] : []]);
    }
    const [hit] = await searchRecords(system, "老名", 5);
    expect(hit).toMatchObject({ kind: "enterprise", former: "老名字公司", code });
  });

  it("puts the whole name first, then its beginning, then a later word", async () => {
    const later = await add({ nameEn: "Great Harbour Foods" });
    const longer = await add({ nameEn: "Harbour Freight Services" });
    const whole = await add({ nameEn: "Harbour" });
    expect(await find("harbour")).toEqual([whole.id, longer.id, later.id]);
  });

  it("follows a change of name, in the database itself", async () => {
    const { id } = await add({ nameEn: "Alpha Works" });
    const rest = {
      presences: [],
      contacts: [],
      identifiers: [],
      formerNames: "",
      cluster: "OTHER",
      stage: "IN",
    };
    const input = { ...createEnterpriseSchema.parse({ ...rest, nameEn: "Beta Works" }), id, version: 1 };
    await updateEnterprise(system, input);
    expect(await find("alpha")).toEqual([]);
    expect(await find("beta")).toEqual([id]);
  });

  it("has each of 412 firms among the first three, by its name, its pinyin's initials and its identifier", async () => {
    const random = createRandom(20221101);
    const firms = Array.from({ length: 412 }, (_, n) => inventFirm(n, random));
    await createEnterprises(
      system,
      firms.map((firm) => ({ id: newId(), ...createEnterpriseSchema.parse(firm) })),
    );
    // As a server does by itself after so many rows: without, plans are made for a table of another size.
    await (await ownerClient()).query("VACUUM ANALYZE");
    const rows = await db.enterprise.findMany({
      select: {
        id: true,
        nameZh: true,
        nameEn: true,
        search: true,
        identifiers: { select: { value: true } },
      },
    });
    expect(rows.length).toBe(412);
    const missed: string[] = [];
    const look = async (row: (typeof rows)[number]) => {
      const key = toNameKey(row.nameZh, (text) => text);
      const initials = row.search.split("\n").find((line) => /^[a-z]{5,20}$/.test(line)) ?? "";
      const typed = [key.slice(0, 4), row.nameEn ?? "", initials, row.identifiers[0]?.value.slice(-4) ?? ""];
      for (const text of typed.filter((one) => one.length > 1)) {
        const first = await find(text, system, 3);
        if (!first.includes(row.id)) missed.push(`${text} → ${row.nameZh}`);
      }
    };
    for (let at = 0; at < rows.length; at += 8) await Promise.all(rows.slice(at, at + 8).map(look));
    expect(missed).toEqual([]);
    // 1,650 searches: a machine that does other things beside them takes a minute.
  }, 180_000);
});

describe("finding the rest", () => {
  it("finds a lease by its number's parts, a unit by building and code, and follows the building's code", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const firm = await makeFirm();
    const lease = await createLease(
      system,
      leaseInput({ enterpriseId: firm.id, units: [unit.id], leaseNo: "KC-2022-0123" }),
    );
    expect(await find("0123")).toEqual([lease.id]);
    expect(await find("kc 2022")).toEqual([lease.id]);
    const { building, code } = await db.unit.findUniqueOrThrow({
      where: { id: unit.id },
      select: { code: true, building: { select: { id: true, code: true } } },
    });
    expect(await find(`${building.code} ${code}`)).toEqual([unit.id]);
    expect(await find(toNeedle(code))).toContain(unit.id);
    await openChangeSet(system, { verb: "buildings.update" }, (tx) =>
      tx.building.update({ where: { id: building.id }, data: { code: "ZQ" }, select: { id: true } }),
    );
    expect(await find(`zq ${code}`)).toEqual([unit.id]);
    expect(await find(`${building.code} ${code}`)).toEqual([]);
  });
});

describe("reach", () => {
  it("is that of the nouns themselves", async () => {
    const [mine, other] = [await makePark(), await makePark()];
    const [here, there, nowhere] = [
      await add({ nameEn: "Reach A" }),
      await add({ nameEn: "Reach B" }),
      await add({ nameEn: "Reach C" }),
    ];
    await createLease(
      system,
      leaseInput({ enterpriseId: here.id, units: [(await makeUnit(mine)).id], leaseNo: "REACH-1" }),
    );
    await createLease(
      system,
      leaseInput({ enterpriseId: there.id, units: [(await makeUnit(other)).id], leaseNo: "REACH-2" }),
    );
    const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [here.id] });
    const outsider = await makeViewer("VIEWER");
    for (const viewer of [officer, firm]) {
      const found = await searchRecords(viewer, "reach", 20);
      const allowed = await db.enterprise.findMany({ where: enterpriseScope(viewer), select: { id: true } });
      const firms = found.filter(({ kind }) => kind === "enterprise").map(({ id }) => id);
      expect(firms.sort()).toEqual(allowed.map(({ id }) => id).sort());
      expect(found.filter(({ kind }) => kind === "lease").map(({ code }) => code)).toEqual(["REACH-1"]);
    }
    expect((await find("reach", officer, 20)).includes(nowhere.id)).toBe(true);
    expect(await find("reach", outsider)).toEqual([]);
  });

  it("of pages and verbs is the matrix's, in either language", async () => {
    const officer = await makeViewer("OFFICER");
    const manager = await makeViewer("MANAGER");
    const hrefs = async (viewer: typeof officer, typed: string) =>
      (await searchPlaces(viewer, typed, 10)).map(({ href }) => href);
    expect(await hrefs(officer, "log a le")).toEqual(["/leases/new"]);
    expect(await hrefs(officer, "登记租约")).toEqual(["/leases/new"]);
    expect(await hrefs(officer, "djzy")).toEqual(["/leases/new"]);
    for (const typed of ["log a tenant", "tenant", "登记入驻", "djrz"]) {
      expect(await hrefs(officer, typed)).toEqual(["/leases/log"]);
    }
    expect(await hrefs(manager, "log a")).toEqual([]);
    expect(await hrefs(officer, "lease")).toEqual(["/leases/new", "/leases"]);
  });
});

it("finds a commitment by its code and titles, for the office and for the firm that promised it", async () => {
  const [firm, other] = [await makeFirm(), await makeFirm()];
  const given = { titleZh: "聘用专业人员", titleEn: "Five hundred professionals" };
  const { id, code } = await makeCommitment({ promisorId: firm.id, ...given });
  for (const text of [code, "专业", "pyzyry", "hundred prof", "professionals five"]) {
    expect([text, await find(text)]).toEqual([text, [id]]);
  }
  const [park] = [await makePark()];
  expect(await find(code, await makeViewer("OFFICER", { parkIds: [park.id] }))).toEqual([id]);
  expect(await find(code, await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }))).toEqual([id]);
  expect(await find(code, await makeViewer("ENTERPRISE", { enterpriseIds: [other.id] }))).toEqual([]);
});
