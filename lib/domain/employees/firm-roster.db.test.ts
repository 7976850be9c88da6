import { beforeEach, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { inFirmSession } from "@/lib/platform/db/firm-session";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { getEmployee, listEmployees } from "./queries";
import { listRosterParks } from "./queries-parks";
import {
  createEmployeeSchema,
  employeeListSchema,
  leaveEmployeeSchema,
  updateEmployeeSchema,
} from "./schema";
import { createEmployee, leaveEmployee, updateEmployee } from "./service";

let firm: { id: string };
let park: { id: string };
let person: Viewer;

const joinedOn = "2022-01-01";
const missing = { code: "NOT_FOUND" };
/** As a request of a firm's person reads and writes: under the firm's role of the database. */
const asFirm = <T>({ userId, enterpriseIds }: Viewer, work: () => Promise<T>) =>
  inFirmSession({ userId: userId ?? "", enterpriseIds: enterpriseIds ?? [] }, work);
const input = (given: object = {}) =>
  createEmployeeSchema.parse({ enterpriseId: firm.id, parkId: park.id, name: "Ann Ong", joinedOn, ...given });

/** A firm whose people were counted in a park, and so is there. */
async function makeThere() {
  const [made, where] = [await makeFirm(), await makePark()];
  const counted = { enterpriseId: made.id, parkId: where.id, on: "2022-03-31", total: "3" };
  await createHeadcount(system, createHeadcountSchema.parse(counted));
  return { made, where, by: await makeViewer("ENTERPRISE", { enterpriseIds: [made.id] }) };
}

beforeEach(async () => {
  await resetDatabase();
  ({ made: firm, where: park, by: person } = await makeThere());
});

it("is kept by the firm's own people: added, named, changed and left, under their change sets", async () => {
  const { id } = await asFirm(person, async () => {
    const parks = await listRosterParks(person, firm.id);
    expect(parks.map((one) => one.id)).toEqual([park.id]);
    return createEmployee(person, input());
  });
  await asFirm(person, async () => {
    await updateEmployee(person, updateEmployeeSchema.parse({ id, version: 1, name: "Ann Lim", joinedOn }));
    await leaveEmployee(person, leaveEmployeeSchema.parse({ id, version: 2, leftOn: "2022-06-30" }));
    const seen = await getEmployee(person, id, "PAGE");
    expect(seen).toMatchObject({
      name: "Ann Lim",
      leftOn: "2022-06-30",
      can: { update: true, history: false },
    });
  });
  const history = await listHistory([id]);
  expect(history.map(({ verb, actor }) => [verb, actor])).toEqual(
    ["employees.leave", "employees.update", "employees.create"].map((verb) => [verb, person.name]),
  );
  // Names are in no history, and what the employer reads of its own file is not the office's to log.
  expect(JSON.stringify(history)).not.toContain("Ann");
  expect(await db.nameReading.count()).toBe(0);
});

it("shows the office no name before a purpose was said, whoever wrote it", async () => {
  const { id } = await createEmployee(person, input());
  const officer = await makeViewer("OFFICER");
  expect(await getEmployee(officer, id, "PAGE")).not.toHaveProperty("name", "Ann Ong");
  expect(await db.nameReading.count()).toBe(0);
});

it("is of one's own firm alone, and of parks that it is in", async () => {
  const { made: other, where: there, by: stranger } = await makeThere();
  const { id } = await createEmployee(person, input());
  const tries = [
    () => createEmployee(person, input({ enterpriseId: other.id, parkId: there.id })),
    () => createEmployee(person, input({ parkId: there.id })),
    () => createEmployee(stranger, input()),
    () => updateEmployee(stranger, updateEmployeeSchema.parse({ id, version: 1, joinedOn })),
    () => leaveEmployee(stranger, leaveEmployeeSchema.parse({ id, version: 1, leftOn: "2022-06-30" })),
  ];
  for (const attempt of tries) {
    await expect(attempt()).rejects.toMatchObject(missing);
    await expect(asFirm(stranger, attempt)).rejects.toMatchObject({
      code: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/),
    });
  }
  expect(await listRosterParks(stranger, firm.id)).toEqual([]);
  const list = employeeListSchema.parse({});
  expect(
    (await asFirm(stranger, () => listEmployees(stranger, list, toCivil("2022-06-01"), "PAGE"))).total,
  ).toBe(0);
});
