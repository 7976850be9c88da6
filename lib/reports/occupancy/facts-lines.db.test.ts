import fc from "fast-check";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { lineFactsDue } from "@/lib/reports/occupancy/facts-lines-sql";
import { idOf, insertLegalWorld, openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { anyFacts, line, unit } from "@/lib/reports/occupancy/test-facts";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

beforeEach(resetDatabase);

/** Every way to write what a line's facts are made of; `$1` chooses a record, `$2` an amount of days. */
const writes = {
  end: "UPDATE leases SET terminated_on = starts_on + $2::int WHERE id = (SELECT id FROM leases ORDER BY md5(id::text || $1) LIMIT 1)",
  move: "UPDATE leases SET moved_in_on = starts_on + $2::int, moved_out_on = NULL WHERE id = (SELECT id FROM leases ORDER BY md5(id::text || $1) LIMIT 1)",
  hold: "UPDATE leases SET holdover = NOT holdover, ends_on = ends_on + $2::int WHERE id = (SELECT id FROM leases ORDER BY md5(id::text || $1) LIMIT 1)",
  sign: "UPDATE leases SET signed_on = starts_on - $2::int, break_on = starts_on + $2::int WHERE id = (SELECT id FROM leases ORDER BY md5(id::text || $1) LIMIT 1)",
  pass: "UPDATE leases SET enterprise_id = (SELECT id FROM enterprises ORDER BY md5(id::text || $1) LIMIT 1) WHERE $2::int > 0",
  renew:
    "UPDATE leases SET renewal_of_id = CASE WHEN renewal_of_id IS NULL THEN (SELECT id FROM leases ORDER BY id LIMIT 1) END WHERE id <> (SELECT id FROM leases ORDER BY id LIMIT 1) AND ($1 || $2::int::text) <> ''",
  unlet:
    "DELETE FROM lease_lines WHERE id = (SELECT id FROM lease_lines ORDER BY md5(id::text || $1) LIMIT 1) AND $2::int > 0",
  let: "INSERT INTO lease_lines (id, lease_id, unit_id, area, line_from) SELECT gen_random_uuid(), s.id, u.id, u.area + 1, s.starts_on + $2::int FROM leases s JOIN units u USING (park_id) ORDER BY md5(s.id::text || u.id::text || $1) LIMIT 1",
  resize:
    "UPDATE lease_lines SET area = area + 0.25, seats = $2::int WHERE id = (SELECT id FROM lease_lines ORDER BY md5(id::text || $1) LIMIT 1)",
  remeasure: "UPDATE units SET area = area + 0.5, seats = $2::int WHERE md5(id::text || $1) < '8'",
  withdraw:
    "UPDATE units SET availability = CASE availability WHEN 'LETTABLE' THEN 'COMMON' ELSE 'LETTABLE' END::availability WHERE md5(id::text || $1) < '8' AND $2::int > 0",
  close: "UPDATE units SET valid_to = valid_from + 1500 + $2::int WHERE md5(id::text || $1) < '8'",
  share: "UPDATE units SET shared = NOT shared WHERE md5(id::text || $1) < '8' AND $2::int > 0",
};

const anyWrite = fc.record({
  kind: fc.constantFrom(...(Object.keys(writes) as (keyof typeof writes)[]), "undo" as const),
  salt: fc.string({ minLength: 1, maxLength: 4, unit: "grapheme-ascii" }),
  days: fc.integer({ min: 1, max: 400 }),
});

type Write = typeof anyWrite extends fc.Arbitrary<infer Value> ? Value : never;

/** What is kept, and what the tables say: by the view, and by the reports' own words for it. */
async function expectKept() {
  const [kept, ...due] = await Promise.all(
    ["lease_line_facts", "lease_line_facts_due", "due"].map(
      (table) =>
        db.$queryRaw<
          object[]
        >`WITH due AS (${lineFactsDue}) SELECT * FROM ${Prisma.raw(table)} ORDER BY line_id`,
    ),
  );
  for (const rows of due) expect(kept).toEqual(rows);
  return kept?.length ?? 0;
}

describe("the facts of lines", () => {
  it("are what their line, lease and unit say, after any writes and undos of them", async () => {
    const client = await ownerClient();
    const done = new Set<string>();
    const play = async (facts: Parameters<typeof insertLegalWorld>[1], steps: Write[]) => {
      await resetDatabase();
      await insertLegalWorld(client, facts);
      await expectKept();
      for (const { kind, salt, days } of steps) {
        await client.query("BEGIN");
        await openTestChangeSet(client);
        try {
          const { rowCount } =
            kind === "undo"
              ? await client.query(
                  "SELECT undo_change_set(id) FROM change_sets s WHERE EXISTS (SELECT FROM changes c WHERE c.change_set_id = s.id) ORDER BY xact DESC LIMIT 1",
                )
              : await client.query(writes[kind], [salt, days]);
          await client.query("COMMIT");
          if (rowCount) done.add(kind);
        } catch (error) {
          // A rule of the database refuses it; a fault of the test's own must show.
          if (!/^(23|P0001)/.test((error as pg.DatabaseError).code ?? "")) throw error;
          await client.query("ROLLBACK");
        }
        await expectKept();
      }
    };
    await fc.assert(fc.asyncProperty(anyFacts, fc.array(anyWrite, { minLength: 4, maxLength: 10 }), play), {
      numRuns: 60,
    });
    // What chance left out, for want of a lease in the world or by a rule of the database, is played until it is done.
    const kinds = [...(Object.keys(writes) as (keyof typeof writes)[]), "undo" as const];
    for (const kind of kinds) {
      for (const facts of fc.sample(anyFacts, done.has(kind) ? 0 : 300)) {
        const [write] = fc.sample(anyWrite, 1);
        if (write) await play(facts, [{ ...write, kind }]);
        if (done.has(kind)) break;
      }
    }
    expect([...done].sort()).toEqual([...kinds].sort());
  }, 120_000);

  it("are right when a lease is changed while it is given a further line", async () => {
    const one = await ownerClient();
    const two = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await two.connect();
    const units = [unit("first", "10"), unit("second", "10")];
    await insertLegalWorld(one, { units, lines: [line("lease", "first", "10")], presences: [] });
    for (const client of [one, two]) {
      await client.query("BEGIN");
      await openTestChangeSet(client);
    }
    await one.query("UPDATE leases SET break_on = '2022-01-01'");
    // The line takes its days from the lease, so it waits for the other writer.
    const given = two.query(
      "INSERT INTO lease_lines (id, lease_id, unit_id, area) SELECT gen_random_uuid(), id, $1, 10 FROM leases",
      [idOf("second")],
    );
    await one.query("COMMIT");
    await given;
    // As services do who give a lease a line.
    await two.query("UPDATE leases SET version = version + 1");
    await two.query("COMMIT");
    await two.end();
    expect(await expectKept()).toBe(2);
  });

  it("are right when a unit is changed while a lease of it is", async () => {
    const one = await ownerClient();
    const two = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await two.connect();
    await insertLegalWorld(one, {
      units: [unit("room", "10")],
      lines: [line("lease", "room", "10")],
      presences: [],
    });
    for (const client of [one, two]) {
      await client.query("BEGIN");
      await openTestChangeSet(client);
    }
    await one.query("UPDATE units SET availability = 'COMMON'");
    const changed = two.query("UPDATE leases SET break_on = '2022-01-01'");
    await one.query("COMMIT");
    await changed;
    await two.query("COMMIT");
    await two.end();
    expect(await expectKept()).toBe(1);
  });
});
