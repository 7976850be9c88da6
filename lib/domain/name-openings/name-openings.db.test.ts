import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { listEmployees } from "../employees/queries";
import { createEmployeeSchema, employeeListSchema } from "../employees/schema";
import { createEmployees } from "../employees/service";
import { listNameOpenings } from "./queries";
import type { NamesFor } from "./queries-names";
import { createNameOpeningSchema, nameOpeningListSchema } from "./schema";
import { closeNameOpening, createNameOpening } from "./service";

const day = toCivil("2022-11-01");
let officer: Viewer;
let admin: Viewer;

beforeAll(async () => {
  await resetDatabase();
  [officer, admin] = [await makeViewer("OFFICER"), await makeViewer("ADMIN")];
});

async function rosterOf(...names: string[]) {
  const [firm, park] = [await makeFirm(), await makePark()];
  const at = { enterpriseId: firm.id, parkId: park.id, joinedOn: "2022-01-01" };
  await createEmployees(
    system,
    names.map((name) => createEmployeeSchema.parse({ ...at, name, staffNo: unique("S") })),
  );
  return firm.id;
}

const open = (viewer: Viewer, enterpriseId: string) =>
  createNameOpening(
    viewer,
    createNameOpeningSchema.parse({ enterpriseId, purpose: "PERMIT", note: "Three renewals" }),
  );

const namesOf = async (viewer: Viewer, enterprise: string, how: NamesFor = "PAGE") =>
  (await listEmployees(viewer, employeeListSchema.parse({ enterprise }), day, how)).rows.map(
    ({ name }) => name,
  );

const log = async () => (await listNameOpenings(admin, nameOpeningListSchema.parse({}))).rows;

describe("names of a roster", () => {
  it("are shown to whoever opened that firm's, for a while, and each reading is a line in the log", async () => {
    const [mine, other] = [await rosterOf("Ann One", "Bob Two"), await rosterOf("Cid Three")];
    expect(await namesOf(officer, mine)).toEqual([null, null]);
    await open(officer, mine);
    expect(await namesOf(officer, mine)).toEqual(["Ann One", "Bob Two"]);
    expect(await namesOf(officer, mine, "FILE")).toEqual(["Ann One", "Bob Two"]);
    expect(await namesOf(officer, other)).toEqual([null]);
    expect(await namesOf(admin, mine)).toEqual([null, null]);
    expect((await log())[0]).toMatchObject({
      ...{ userName: officer.name, purpose: "PERMIT", note: "Three renewals" },
      ...{ pages: 1, files: 1, answers: 0, people: 2, enterprise: { id: mine } },
    });
  });

  it("close by themselves", async () => {
    const firm = await rosterOf("Ann One");
    // An opening of an hour ago: the table takes no change, so it is written as old.
    const client = await ownerClient();
    await client.query("BEGIN");
    await client.query("ALTER TABLE name_openings DISABLE TRIGGER USER");
    await client.query(
      `INSERT INTO name_openings (id, enterprise_id, user_id, user_name, purpose, note, opened_at, until)
       VALUES (gen_random_uuid(), $1, $2, 'x', 'OTHER', 'x', now() - interval '1 hour', now() - interval '1 second')`,
      [firm, officer.userId],
    );
    await client.query("ALTER TABLE name_openings ENABLE TRIGGER USER");
    await client.query("COMMIT");
    expect(await namesOf(officer, firm)).toEqual([null]);
    await expect(
      client.query(
        `INSERT INTO name_openings (id, enterprise_id, user_name, purpose, note, until)
         VALUES (gen_random_uuid(), $1, 'x', 'OTHER', 'x', now() + interval '1 day')`,
        [firm],
      ),
    ).rejects.toThrow(/name_openings_short/);
  });

  it("are closed by whoever opened them, at once and for them alone; the log says when", async () => {
    const mine = await rosterOf("Ann One");
    const colleague = await makeViewer("OFFICER");
    await open(officer, mine);
    await open(officer, mine);
    await open(colleague, mine);
    expect(await closeNameOpening(officer, { enterpriseId: mine })).toMatchObject({ closed: 2 });
    expect(await namesOf(officer, mine)).toEqual([null]);
    expect(await namesOf(colleague, mine)).toEqual(["Ann One"]);
    const ends = (await log()).filter(({ userName }) => userName === officer.name).slice(0, 2);
    for (const { until } of ends) expect(new Date(until).getTime()).toBeLessThanOrEqual(Date.now());
    const logged = await db.changeSet.findFirstOrThrow({ where: { verb: "name-openings.close" } });
    expect(logged.actorId).toBe(officer.userId);
    const owner = await ownerClient();
    const refused = { constraint: "name_openings_append_only" };
    for (const change of ["until = now() + interval '9 minutes'", "note = 'another'"])
      await expect(owner.query(`UPDATE name_openings SET ${change}`)).rejects.toMatchObject(refused);
  });

  it("are opened within reach alone, and a demotion shuts them", async () => {
    const [firm, park] = [await rosterOf("Ann One"), await makePark()];
    const elsewhere = await makeViewer("OFFICER", { parkIds: [park.id] });
    const employer = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    await expect(open(employer, firm)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await open(elsewhere, firm).catch((error) => expect(error).toMatchObject({ code: "NOT_FOUND" }));
    expect(await namesOf(elsewhere, firm)).toEqual([]);
    await open(officer, firm);
    expect(await namesOf({ ...officer, role: "MANAGER" }, firm)).toEqual([null]);
  });

  it("that were opened are told in the firm's own history, and the log is never changed", async () => {
    const firm = await rosterOf("Ann One");
    await open(officer, firm);
    const [entry] = await listHistory([firm]);
    expect(entry).toMatchObject({ verb: "name-openings.create", actor: officer.name });
    await namesOf(officer, firm);
    await expect(db.nameOpening.deleteMany()).rejects.toThrow(/name_openings_append_only/);
    await expect(db.nameReading.updateMany({ data: { rows: 0 } })).rejects.toThrow(/append_only/);
    await expect(listNameOpenings(officer, nameOpeningListSchema.parse({}))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
