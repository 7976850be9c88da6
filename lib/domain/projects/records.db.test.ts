import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { getProject } from "./queries";
import { getDeclaredRag, listAmounts, listEntries } from "./queries-records";
import {
  addAmountSchema,
  changeAmountSchema,
  closeEntrySchema,
  createProjectSchema,
  declareRagSchema,
  raiseEntrySchema,
  reportProjectSchema,
  updateProjectSchema,
} from "./schema";
import { createProject, reportProject, updateProject } from "./service";
import { addAmount, changeAmount, removeAmount } from "./service-money";
import { declareRag, withdrawRag } from "./service-rag";
import { closeEntry, raiseEntry, reopenEntry } from "./service-register";

beforeEach(resetDatabase);

const day = toCivil;

describe("partners", () => {
  const named = { code: "PR-1", titleEn: "Centre" };

  it("are firms and others with their roles, kept where none are named, and given whole", async () => {
    const firm = await makeFirm({ nameEn: "Acme" });
    const partners = [
      { enterpriseId: firm.id, nameEn: "ignored", role: "INVESTOR" },
      { nameEn: "Institute of Tests", role: "RESEARCH", country: "sg" },
    ];
    const { id } = await createProject(system, createProjectSchema.parse({ ...named, partners }));
    const wanted = [
      { enterpriseId: firm.id, nameEn: "Acme", role: "INVESTOR", country: null },
      { enterpriseId: null, nameEn: "Institute of Tests", role: "RESEARCH", country: "SG" },
    ];
    expect((await getProject(system, id))?.partners).toMatchObject(wanted);
    await updateProject(system, updateProjectSchema.parse({ ...named, id, version: 1, titleEn: "Renamed" }));
    expect((await getProject(system, id))?.partners).toMatchObject(wanted);
    const one = { ...named, id, version: 2, partners: [partners[1]] };
    await updateProject(system, updateProjectSchema.parse(one));
    expect((await getProject(system, id))?.partners).toHaveLength(1);
  });

  it("need somebody, are one firm once, and follow a firm that was entered twice", async () => {
    const [firm, twin] = [await makeFirm(), await makeFirm()];
    const problem = createProjectSchema.safeParse({ ...named, partners: [{ role: "OTHER" }] });
    expect(problem.error?.issues[0]?.path).toEqual(["partners", 0, "enterpriseId"]);
    const twice = [{ enterpriseId: firm.id }, { enterpriseId: firm.id }];
    await expect(
      createProject(system, createProjectSchema.parse({ ...named, partners: twice })),
    ).rejects.toMatchObject({ fieldErrors: { partners: "projects.errors.partnerTwice" } });
    const { id } = await createProject(
      system,
      createProjectSchema.parse({ ...named, partners: [{ enterpriseId: twin.id }] }),
    );
    const merge = { id: firm.id, version: 1, goesId: twin.id, goesVersion: 1 };
    await mergeEnterprises(system, mergeEnterprisesSchema.parse(merge));
    expect((await getProject(system, id))?.partners).toMatchObject([{ enterpriseId: firm.id }]);
  });
});

describe("money", () => {
  const add = (projectId: string, kind: string, amount: string, currency: string, on = "2022-06-30") =>
    addAmount(
      system,
      addAmountSchema.parse({ projectId, kind, on, money: { amount, currency }, source: "Report" }),
    );

  it("is changed under its version, and taken away and back", async () => {
    const { id } = await makeProject();
    await add(id, "ACTUAL", "0.10", "CNY");
    const second = await add(id, "ACTUAL", "0.20", "CNY");
    await add(id, "ACTUAL", "5", "USD");
    await add(id, "PLANNED", "7", "SGD", "2100-01-01");
    const more = { kind: "ACTUAL", on: "2022-07-01", money: { amount: "2", currency: "CNY" }, source: "x" };
    await changeAmount(system, changeAmountSchema.parse({ id: second.id, version: 1, ...more }));
    await expect(
      changeAmount(system, changeAmountSchema.parse({ id: second.id, version: 1, ...more })),
    ).rejects.toMatchObject({ code: "STALE" });
    const removed = await removeAmount(system, { id: second.id, version: 2, reason: null });
    expect(await listAmounts(system, id)).toHaveLength(3);
    await undoChangeSet(system, { id: removed.changeSetId });
    expect(await listAmounts(system, id)).toHaveLength(4);
  });

  it("is not spent ahead of its day, nor without a source, nor by a manager or another park's officer", async () => {
    const { id } = await makeProject();
    await expect(add(id, "ACTUAL", "1", "CNY", "2100-01-01")).rejects.toMatchObject({
      fieldErrors: { on: "milestones.errors.future" },
    });
    const money = { amount: "1", currency: "CNY" };
    const input = { projectId: id, kind: "ACTUAL", on: "2022-06-30", money };
    expect(addAmountSchema.safeParse(input).error?.issues[0]?.path).toEqual(["source"]);
    const full = addAmountSchema.parse({ ...input, source: "x" });
    await expect(addAmount(await makeViewer("MANAGER"), full)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    await expect(addAmount(limited, full)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the register", () => {
  const raise = (projectId: string, given: object = {}) =>
    raiseEntry(
      system,
      raiseEntrySchema.parse({
        ...{ projectId, kind: "RISK", severity: "HIGH", titleEn: "Steel is late", raisedOn: "2022-06-01" },
        ...given,
      }),
    );

  it("holds risks, issues and decisions, closed with an outcome and opened again", async () => {
    const { id } = await makeProject();
    const risk = await raise(id);
    await raise(id, { kind: "DECISION", titleEn: "Buy local steel", severity: "LOW" });
    const closed = { id: risk.id, version: 1, closedOn: "2022-07-01", outcome: "Delivered" };
    await expect(
      closeEntry(system, closeEntrySchema.parse({ ...closed, closedOn: "2022-05-31" })),
    ).rejects.toMatchObject({ fieldErrors: { closedOn: "errors.datesOrdered" } });
    await closeEntry(system, closeEntrySchema.parse(closed));
    expect(await listEntries(system, id)).toMatchObject([
      { kind: "DECISION", severity: null, closedOn: null },
      { kind: "RISK", severity: "HIGH", closedOn: "2022-07-01", outcome: "Delivered" },
    ]);
    await reopenEntry(system, { id: risk.id, version: 2, reason: null });
    expect((await listEntries(system, id)).map(({ closedOn }) => closedOn)).toEqual([null, null]);
  });

  it("asks a risk how grave it is, and is not for a firm to read", async () => {
    const firm = await makeFirm();
    const { id } = await makeProject({ leadId: firm.id });
    const input = { projectId: id, kind: "RISK", titleEn: "x", raisedOn: "2022-06-01" };
    expect(raiseEntrySchema.safeParse(input).error?.issues[0]?.path).toEqual(["severity"]);
    await raise(id);
    const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    expect(await listEntries(viewer, id)).toEqual([]);
    expect((await getProject(viewer, id))?.can.readRegister).toBe(false);
  });
});

describe("a declared colour", () => {
  const declare = (projectId: string, on: string, expiresOn: string, rag = "AMBER") =>
    declareRag(system, declareRagSchema.parse({ projectId, rag, on, expiresOn, reason: "Permit is late" }));

  it("stands beside the computed one until it expires, and is then told as expired", async () => {
    const { id } = await makeProject();
    await declare(id, "2022-06-01", "2022-07-01");
    const on = async (text: string) => {
      const found = await getDeclaredRag(system, id, day(text));
      return found && `${found.rag} ${found.expired}`;
    };
    expect(await on("2022-05-31")).toBeNull();
    expect([await on("2022-06-01"), await on("2022-06-30"), await on("2022-07-01")]).toEqual([
      "AMBER false",
      "AMBER false",
      "AMBER true",
    ]);
    const again = await declare(id, "2022-06-01", "2022-08-01", "RED");
    expect(await on("2022-07-01")).toBe("RED false");
    await withdrawRag(system, { id: again.id, version: 2, reason: null });
    expect(await on("2022-07-01")).toBeNull();
    const backwards = { projectId: id, rag: "RED", on: "2022-06-01", expiresOn: "2022-06-01", reason: "x" };
    expect(declareRagSchema.safeParse(backwards).error?.issues[0]?.path).toEqual(["expiresOn"]);
  });
});

it("an update may tell of a period, whole and in order; one with a day alone stays as it was", async () => {
  const { id } = await makeProject();
  const told = { projectId: id, on: "2022-07-01", textEn: "Half a year" };
  const period = { periodFrom: "2022-01-01", periodTo: "2022-06-30" };
  await reportProject(system, reportProjectSchema.parse({ ...told, ...period }));
  await reportProject(system, reportProjectSchema.parse(told));
  expect((await getProject(system, id))?.updates).toMatchObject([{ periodFrom: null }, period]);
  const problems = (given: object) =>
    reportProjectSchema.safeParse({ ...told, ...given }).error?.issues[0]?.path;
  expect(problems({ periodFrom: "2022-01-01" })).toEqual(["periodTo"]);
  expect(problems({ periodFrom: "2022-06-30", periodTo: "2022-01-01" })).toEqual(["periodTo"]);
  expect(await db.projectUpdate.count()).toBe(2);
});
