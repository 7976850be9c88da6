import { expect, test } from "vitest";
import { closeDb, db } from "@/lib/platform/db/client";
import { ownerClient } from "@/lib/testing/database";

/** What the connection that answers has ready, but for this very question. */
const ready = async () => {
  const rows = await db.$queryRaw<{ statement: string }[]>`
    SELECT statement FROM pg_prepared_statements WHERE statement NOT LIKE '%pg_prepared_statements%'`;
  return rows.map(({ statement }) => statement);
};

/** Asks until it was answered shortly often enough: on a busy machine an answer may take long. */
async function askUntilReady(ask: () => Promise<unknown>, words: string) {
  for (let i = 0; i < 500; i += 1) {
    await ask();
    if ((await ready()).some((statement) => statement.includes(words))) return;
  }
  throw new Error(`Never kept ready: ${words}`);
}

test("what is asked often is kept ready; what is asked otherwise each time, or takes long, is not", async () => {
  await closeDb();
  for (let i = 0; i < 10; i += 1) await db.$queryRawUnsafe(`SELECT ${i} AS "otherwise ${i}"`);
  for (let i = 0; i < 5; i += 1) await db.$queryRaw`SELECT ${i}::int FROM pg_sleep(0.05)`;
  const twice = (i: number) => db.$queryRaw<{ twice: number }[]>`SELECT ${i}::int * 2 AS twice`;
  await askUntilReady(() => twice(1), "AS twice");
  for (let i = 0; i < 10; i += 1) expect(await twice(i)).toEqual([{ twice: 2 * i }]);
  expect(await ready()).toEqual(["SELECT $1::int * 2 AS twice"]);
});

test("in a transaction too", async () => {
  await closeDb();
  const thrice = () => db.$transaction((tx) => tx.$queryRaw`SELECT ${1}::int * 3 AS thrice`);
  await askUntilReady(thrice, "AS thrice");
  expect(await thrice()).toEqual([{ thrice: 3 }]);
});

test("a statement that fails is asked again with the same words, and answers", async () => {
  const ask = (by: number) => db.$queryRaw<{ share: number }[]>`SELECT 12 / ${by}::int AS share`;
  for (let i = 0; i < 4; i += 1) await expect(ask(0)).rejects.toThrow(/division by zero/);
  for (let i = 1; i < 5; i += 1) expect(await ask(i)).toEqual([{ share: 12 / i }]);
  await expect(ask(0)).rejects.toThrow(/division by zero/);
  expect(await ask(6)).toEqual([{ share: 2 }]);
});

test("a table that has another column since is read at the second asking, on every connection", async () => {
  const owner = await ownerClient();
  await owner.query(
    "DROP TABLE IF EXISTS ready_test; CREATE TABLE ready_test (a int); INSERT INTO ready_test VALUES (1)",
  );
  try {
    const ask = () => db.$queryRawUnsafe("SELECT * FROM ready_test");
    await askUntilReady(ask, "FROM ready_test");
    expect(await ask()).toEqual([{ a: 1 }]);
    // On more than one connection.
    await Promise.all(Array.from({ length: 20 }, ask));
    await owner.query("ALTER TABLE ready_test ADD b int DEFAULT 2");
    await expect(ask()).rejects.toThrow();
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers).toEqual(Array.from({ length: 20 }, () => [{ a: 1, b: 2 }]));
  } finally {
    await owner.query("DROP TABLE ready_test");
  }
});
