import fc from "fast-check";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import { createCustomFieldSchema } from "@/lib/domain/custom-fields/schema";
import { createCustomField } from "@/lib/domain/custom-fields/service";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { loadViewer } from "@/lib/platform/auth/load";
import { mintViewer, systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makePark, makeViewer } from "@/lib/testing/factories";
import { settled } from "./settled";

beforeEach(resetDatabase);

/** The person at their next request. */
async function again({ userId, locale }: Viewer): Promise<Viewer> {
  const viewer = await loadViewer(userId ?? "", "FORM");
  if (!viewer) throw new Error("the person is gone");
  return mintViewer({ ...viewer, locale, looked: true });
}

/** A question that counts how often it is asked. */
function counting() {
  let count = 0;
  return settled(`counted ${Math.random()}`, async () => {
    count += 1;
    return count;
  });
}

async function write(client: pg.Client, sql: string): Promise<void> {
  await client.query("BEGIN");
  await openTestChangeSet(client);
  await client.query(sql);
  await client.query("COMMIT");
}

describe("what hardly changes", () => {
  it("is asked once for all of one role, language and reach, and by those who do not look each time", async () => {
    const { id: parkId } = await makePark();
    const one = await again(await makeViewer("OFFICER"));
    const other = await again(await makeViewer("OFFICER"));
    const limited = await again(await makeViewer("OFFICER", { parkIds: [parkId] }));
    const ask = counting();
    expect([await ask(one), await ask(other), await ask(mintViewer({ ...one, locale: "zh" }))]).toEqual([
      1, 1, 2,
    ]);
    expect([await ask(limited), await ask(limited)]).toEqual([3, 3]);
    expect([await ask(systemViewer("job")), await ask(systemViewer("job"))]).toEqual([4, 5]);
  });

  it("is asked anew at the next request once another instance has written it, and for no other write", async () => {
    const person = await makeViewer("OFFICER");
    await makePark();
    const ask = counting();
    expect(await ask(await again(person))).toBe(1);
    await write(await ownerClient(), "UPDATE buildings SET name_en = 'Another'");
    expect(await ask(await again(person))).toBe(1);
    expect(await listParkOptions(await again(person))).not.toMatchObject([{ nameEn: "Renamed" }]);
    await write(await ownerClient(), "UPDATE parks SET name_en = 'Renamed'");
    expect(await ask(await again(person))).toBe(2);
    expect(await listParkOptions(await again(person))).toMatchObject([{ nameEn: "Renamed" }]);
  });

  it("is asked anew within the request that writes it", async () => {
    const admin = await again(await makeViewer("ADMIN"));
    expect(await listFieldsOf(admin, "ENTERPRISE")).toEqual([]);
    const words = { key: "grade", labelEn: "Grade", labelZh: "等级" };
    const field = { ...words, subject: "ENTERPRISE", type: "TEXT", maxLength: "10", shownTo: ["MANAGER"] };
    await createCustomField(admin, createCustomFieldSchema.parse(field));
    expect(await listFieldsOf(admin, "ENTERPRISE")).toMatchObject([{ key: "grade" }]);
    const viewer = await again(await makeViewer("VIEWER"));
    expect(await listFieldsOf(viewer, "ENTERPRISE")).toEqual([]);
  });

  it("is what the database says, in whatever order two writers commit and people come", async () => {
    const person = await makeViewer("MANAGER");
    const parks = [(await makePark()).id, (await makePark()).id];
    const writers = [await ownerClient(), new pg.Client({ connectionString: process.env.DATABASE_URL })];
    await writers[1]?.connect();
    let name = 0;
    const steps = fc.array(fc.constantFrom("write 0", "write 1", "look", "look twice"), {
      minLength: 6,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const open = [false, false];
        const look = async () => {
          const looked = await listParkOptions(await again(person));
          expect(looked).toEqual(await listParkOptions(person));
        };
        for (const step of order) {
          if (step === "look") await look();
          else if (step === "look twice") await Promise.all([look(), look()]);
          else {
            const which = Number(step.at(-1));
            const client = writers[which] as pg.Client;
            if (open[which]) await client.query("COMMIT");
            else {
              await client.query("BEGIN");
              await openTestChangeSet(client);
              name += 1;
              const values = [`Park ${name}`, parks[which]];
              await client.query("UPDATE parks SET name_en = $1 WHERE id = $2", values);
            }
            open[which] = !open[which];
          }
        }
        for (const [which, is] of open.entries()) if (is) await writers[which]?.query("COMMIT");
        await look();
      }),
      { numRuns: 40 },
    );
    await writers[1]?.end();
  });
});
