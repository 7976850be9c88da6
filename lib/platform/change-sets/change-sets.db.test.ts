import { beforeEach, describe, expect, it } from "vitest";
import { closeParkSchema, createParkSchema, updateParkSchema } from "@/lib/domain/parks/schema";
import { closePark, createPark, updatePark } from "@/lib/domain/parks/service";
import { claimSetupLink, createSetupLink } from "@/lib/domain/users/service-links";
import { loadViewer } from "@/lib/platform/auth/load";
import { listHistory } from "@/lib/platform/change-sets/history";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makePark, makeViewer, system, unique } from "@/lib/testing/factories";

beforeEach(resetDatabase);

const parkInput = (fields: Record<string, unknown> = {}) =>
  createParkSchema.parse({ code: unique("P"), nameEn: "A park", ...fields });

describe("no write without its change set", () => {
  it("refuses a write that names none, from Prisma and from any session", async () => {
    await expect(db.park.create({ data: { code: "X", nameEn: "X" } })).rejects.toThrow(/change_set_named/);
    const client = await ownerClient();
    await expect(
      client.query("INSERT INTO parks (id, code, name_en) VALUES (gen_random_uuid(), 'Y', 'Y')"),
    ).rejects.toThrow(/change_set_named/);
    expect(await db.park.count()).toBe(0);
  });

  it("refuses the change set of another transaction", async () => {
    const { changeSetId } = await createPark(system, parkInput());
    const client = await ownerClient();
    await client.query("BEGIN");
    await client.query("SELECT set_config('tenantry.change_set', $1, true)", [changeSetId]);
    const late = client.query("UPDATE parks SET operator = 'late'");
    await expect(late).rejects.toThrow(/change_set_named/);
    await client.query("ROLLBACK");
  });

  it("is append-only: nobody rewrites what was recorded", async () => {
    await createPark(system, parkInput());
    const client = await ownerClient();
    for (const sql of [
      "UPDATE changes SET op = 'D'",
      "DELETE FROM changes",
      "DELETE FROM change_sets",
      "TRUNCATE parks CASCADE",
    ]) {
      await expect(client.query(sql)).rejects.toThrow(/append_only/);
    }
  });

  it("leaves nothing of a write that fails half-way", async () => {
    const before = await db.changeSet.count();
    const broken = openChangeSet(system, { verb: "parks.create" }, async (tx) => {
      await tx.park.create({ data: { code: "HALF", nameEn: "Half" } });
      throw new Error("power cut");
    });
    await expect(broken).rejects.toThrow("power cut");
    expect([await db.park.count(), await db.changeSet.count()]).toEqual([0, before]);
  });

  it("never records a password", async () => {
    const viewer = await makeViewer("OFFICER");
    const { path } = await createSetupLink(system, { id: viewer.userId ?? "" });
    await claimSetupLink({ token: path.split("token=")[1] ?? "", password: "a long enough sentence" });
    const recorded = await db.change.findMany({ where: { tableName: "users" } });
    expect(recorded.length).toBeGreaterThan(1);
    expect(JSON.stringify(recorded.map((row) => [row.before, row.after]))).not.toContain("argon2");
    await expect(
      claimSetupLink({ token: path.split("token=")[1] ?? "", password: "another sentence here" }),
    ).rejects.toThrow("users.errors.linkUsed");
  });
});

describe("history and versions", () => {
  it("tells who changed what, from what to what, and why", async () => {
    const officer = await makeViewer("OFFICER");
    const { id } = await createPark(officer, parkInput({ operator: "First" }));
    const edit = updateParkSchema.parse({
      id,
      version: 1,
      code: "NEW",
      nameEn: "A park",
      operator: "Second",
    });
    await updatePark(officer, edit);
    await closePark(
      officer,
      closeParkSchema.parse({ id, version: 2, closedOn: "2024-12-31", reason: "Sold" }),
    );
    const [closed, changed, created] = await listHistory([id]);
    expect(closed).toMatchObject({ verb: "parks.close", reason: "Sold", actor: officer.name, via: "FORM" });
    expect(changed?.rows[0]?.fields).toContainEqual({ field: "operator", before: "First", after: "Second" });
    expect(created).toMatchObject({ verb: "parks.create", rows: [{ op: "I" }] });
  });

  it("refuses a stale edit with the fields that others changed", async () => {
    const officer = await makeViewer("OFFICER");
    const { id } = await createPark(system, parkInput({ code: "ONE" }));
    const edit = (operator: string) =>
      updateParkSchema.parse({ id, version: 1, code: "ONE", nameEn: "A park", operator });
    await updatePark(officer, edit("Theirs"));
    const stale = await updatePark(system, edit("Mine")).catch((error) => error);
    expect(stale).toMatchObject({
      code: "STALE",
      stale: { version: 2, by: officer.name, theirs: { operator: "Theirs" } },
    });
    expect((await db.park.findUnique({ where: { id } }))?.operator).toBe("Theirs");
  });

  it("turns a broken constraint into words beside its field", async () => {
    await createPark(system, parkInput({ code: "TAKEN" }));
    const error = await createPark(system, parkInput({ code: "TAKEN" })).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "CONFLICT", fieldErrors: { code: "parks.errors.codeTaken" } });
  });
});

describe("a person as they are now", () => {
  it("is out at the next request after a suspension, and elsewhere after signing out everywhere", async () => {
    const viewer = await makeViewer("OFFICER");
    const id = viewer.userId ?? "";
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(await loadViewer(id, "FORM", { sessionVersion: user.sessionVersion })).not.toBeNull();
    expect(await loadViewer(id, "FORM", { sessionVersion: user.sessionVersion - 1 })).toBeNull();
    await openChangeSet(system, { verb: "users.suspend" }, (tx) =>
      tx.user.update({ where: { id }, data: { status: "SUSPENDED" }, select: { id: true } }),
    );
    expect(await loadViewer(id, "FORM")).toBeNull();
  });

  it("reaches only its own parks", async () => {
    const [mine, other] = [await makePark(), await makePark()];
    const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
    const edit = (id: string) =>
      updateParkSchema.parse({ id, version: 1, code: unique("P"), nameEn: "Renamed" });
    await expect(updatePark(officer, edit(mine.id))).resolves.toMatchObject({ version: 2 });
    await expect(updatePark(officer, edit(other.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(updatePark(officer, edit(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createPark(officer, parkInput())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
