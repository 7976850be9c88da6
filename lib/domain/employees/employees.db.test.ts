import { beforeAll, describe, expect, it } from "vitest";
import { listHistory } from "@/lib/platform/change-sets/history";
import { type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { listChangeSets } from "../change-sets/queries";
import { changeSetListSchema } from "../change-sets/schema";
import { undoChangeSet } from "../change-sets/service";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { getEmployee, listEmployees } from "./queries";
import {
  createEmployeeSchema,
  employeeListSchema,
  leaveEmployeeSchema,
  updateEmployeeSchema,
} from "./schema";
import { createEmployee, createEmployees, leaveEmployee, updateEmployee } from "./service";

const day = toCivil("2022-11-01");
const NAME = "Secretly Named";

beforeAll(resetDatabase);

async function place() {
  const [firm, park] = [await makeFirm(), await makePark()];
  return { enterpriseId: firm.id, parkId: park.id };
}

const input = (at: { enterpriseId: string; parkId: string }, given: object = {}) =>
  createEmployeeSchema.parse({ ...at, name: NAME, joinedOn: "2022-01-10", ...given });

const list = (given: object = {}, on: CivilDate = day, viewer = system) =>
  listEmployees(viewer, employeeListSchema.parse(given), on);

const nameOf = async (id: string) =>
  (await db.employee.findUniqueOrThrow({ where: { id }, include: { name: true } })).name?.name ?? null;

describe("a person on a roster", () => {
  it("is added, changed and leaves, and the history tells it without the names", async () => {
    const at = await place();
    const { id } = await createEmployee(system, input(at, { staffNo: "A1", nationality: "sg" }));
    const changed = { id, version: 1, name: "Otherwise Named", joinedOn: "2022-01-10", degree: "MASTER" };
    await updateEmployee(system, updateEmployeeSchema.parse(changed));
    await leaveEmployee(system, leaveEmployeeSchema.parse({ id, version: 2, leftOn: "2022-06-30" }));
    expect(await nameOf(id)).toBe("Otherwise Named");
    const history = await listHistory([id]);
    expect(history.map(({ verb }) => verb)).toEqual([
      "employees.leave",
      "employees.update",
      "employees.create",
    ]);
    expect(history[1]?.rows[0]?.fields.map(({ field }) => field)).toContain("name_id");
    const { rows } = await (await ownerClient()).query<{ all: string }>(
      "SELECT string_agg(c::text, ' ') AS all FROM changes c",
    );
    expect(rows[0]?.all).not.toMatch(/Named/);
  });

  it("keeps the name where none is given", async () => {
    const { id } = await createEmployee(system, input(await place()));
    await updateEmployee(system, updateEmployeeSchema.parse({ id, version: 1, joinedOn: "2022-02-01" }));
    expect(await nameOf(id)).toBe(NAME);
  });

  it("comes back with the name that counted, by an undo and by the undo of one", async () => {
    const { id } = await createEmployee(system, input(await place()));
    const renamed = await updateEmployee(
      system,
      updateEmployeeSchema.parse({ id, version: 1, name: "Otherwise Named", joinedOn: "2022-01-10" }),
    );
    const officer = await makeViewer("OFFICER");
    await undoChangeSet(officer, { id: renamed.changeSetId });
    expect(await nameOf(id)).toBe(NAME);
    const other = await createEmployee(system, input(await place()));
    const gone = await undoChangeSet(officer, { id: other.changeSetId });
    expect(await db.employee.count({ where: { id: other.id } })).toBe(0);
    await undoChangeSet(officer, { id: gone.changeSetId });
    expect(await nameOf(other.id)).toBe(NAME);
  });

  it("refuses what cannot be: a staff number twice, leaving before joining or twice, a stale edit", async () => {
    const at = await place();
    const { id } = await createEmployee(system, input(at, { staffNo: "A1" }));
    await expect(createEmployee(system, input(at, { staffNo: "A1" }))).rejects.toMatchObject({
      fieldErrors: { staffNo: "employees.errors.staffNoTaken" },
    });
    const leaving = (version: number, leftOn: string) =>
      leaveEmployee(system, leaveEmployeeSchema.parse({ id, version, leftOn }));
    await expect(leaving(1, "2021-12-31")).rejects.toMatchObject({
      fieldErrors: { leftOn: "errors.datesOrdered" },
    });
    await leaving(1, "2022-06-30");
    await expect(leaving(2, "2022-07-31")).rejects.toMatchObject({
      message: "employees.errors.leftAlready",
    });
    const stale = updateEmployeeSchema.parse({ id, version: 1, name: "X Y", joinedOn: "2022-01-10" });
    const refusal = await updateEmployee(system, stale).catch((error) => error);
    expect(refusal).toMatchObject({ code: "STALE" });
    expect(JSON.stringify(refusal.stale)).not.toMatch(/Named/);
  });

  it("a name with a long number in it is refused by the database, too", async () => {
    const written = db.employeeName.create({
      data: { id: crypto.randomUUID(), name: "X 440106199003078812" },
    });
    await expect(written).rejects.toThrow(/employee_names_no_identity/);
    const changed = db.employeeName.updateMany({ data: { name: "Y" } });
    await expect(changed).rejects.toThrow(/employee_names_append_only/);
  });
});

describe("the list", () => {
  it("has whoever works there on the day; permits that end are those of people who work there", async () => {
    const at = await place();
    const permits = {
      late: "2022-10-31",
      today: "2022-11-01",
      soon: "2022-12-01",
      later: "2023-01-30",
      far: "2023-01-31",
    };
    const people = Object.entries(permits).map(([staffNo, permitExpiresOn]) =>
      input(at, { staffNo, permitExpiresOn }),
    );
    const left = input(at, { staffNo: "left", permitExpiresOn: "2022-10-31", leftOn: "2022-11-01" });
    await createEmployees(system, [
      ...people,
      left,
      input(at, { staffNo: "coming", joinedOn: "2022-11-02" }),
    ]);
    const found = async (given: object, on?: CivilDate) =>
      (await list({ enterprise: at.enterpriseId, ...given }, on)).rows.map(({ staffNo }) => staffNo).sort();
    expect(await found({})).toEqual(["far", "late", "later", "soon", "today"]);
    expect(await found({}, toCivil("2022-10-31"))).toContain("left");
    expect(await found({ state: "LEFT" })).toEqual(["left"]);
    expect(await found({ permit: "EXPIRED" })).toEqual(["late"]);
    expect(await found({ permit: "30" })).toEqual(["soon", "today"]);
    expect(await found({ permit: "90" })).toEqual(["later", "soon", "today"]);
    expect(await found({ permit: "DUE" })).toEqual(["late", "later", "soon", "today"]);
    expect(await found({ query: "SOO" })).toEqual(["soon"]);
    expect(await found({ query: "Secretly" })).toEqual([]);
  });

  it("shows each role its own: a firm its own people, a manager no staff numbers, a partner nothing", async () => {
    const [mine, other] = [await place(), await place()];
    const [own, foreign] = await Promise.all([
      createEmployee(system, input(mine, { staffNo: unique("S") })),
      createEmployee(system, input(other, { staffNo: unique("S") })),
    ]);
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [mine.enterpriseId] });
    expect((await list({}, day, firm)).rows.map(({ id }) => id)).toEqual([own.id]);
    expect(await getEmployee(firm, foreign.id)).toBeNull();
    expect((await getEmployee(firm, own.id, "PAGE"))?.name).toBe(NAME);
    expect(await db.nameReading.count()).toBe(0);
    const officer = await makeViewer("OFFICER", { parkIds: [mine.parkId] });
    expect((await list({}, day, officer)).rows.map(({ id }) => id)).toEqual([own.id]);
    expect((await getEmployee(officer, own.id, "PAGE"))?.name).toBeNull();
    await expect(
      leaveEmployee(officer, leaveEmployeeSchema.parse({ id: foreign.id, version: 1, leftOn: "2022-06-30" })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const manager = await makeViewer("MANAGER");
    expect(await getEmployee(manager, own.id, "PAGE")).toMatchObject({ name: null, staffNo: null });
    await expect(list({}, day, await makeViewer("VIEWER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("a merge moves the roster along, keeps a person whom both have once, and its undo puts all back with names", async () => {
  const park = await makePark();
  const [stays, goes] = [await makeFirm(), await makeFirm()];
  const on = (enterpriseId: string) => ({ enterpriseId, parkId: park.id });
  const both = await createEmployees(system, [
    input(on(stays.id), { staffNo: "A1" }),
    input(on(goes.id), { staffNo: "A1" }),
    input(on(goes.id), { staffNo: "A2" }),
  ]);
  const pair = { id: stays.id, version: 1, goesId: goes.id, goesVersion: 1 };
  const { moved, changeSetId } = await mergeEnterprises(system, mergeEnterprisesSchema.parse(pair));
  expect(moved.employees).toEqual({ moved: 1, dropped: 1 });
  const firmsOf = async () => {
    const rows = await db.employee.findMany({ where: { id: { in: both.ids } }, orderBy: { number: "asc" } });
    return rows.map(({ enterpriseId }) => (enterpriseId === stays.id ? "stays" : "goes"));
  };
  expect(await firmsOf()).toEqual(["stays", "stays"]);
  await undoChangeSet(await makeViewer("OFFICER"), { id: changeSetId });
  expect(await firmsOf()).toEqual(["stays", "goes", "goes"]);
  expect(await Promise.all(both.ids.map(nameOf))).toEqual([NAME, NAME, NAME]);
});

it("the list of changes names no person", async () => {
  const { id } = await createEmployee(system, input(await place()));
  const { rows } = await listChangeSets(system, changeSetListSchema.parse({}));
  const { number } = await db.employee.findUniqueOrThrow({ where: { id } });
  expect(rows[0]).toMatchObject({ verb: "employees.create", records: 1, record: `No. ${number}` });
  expect(JSON.stringify(rows)).not.toContain(NAME);
});
