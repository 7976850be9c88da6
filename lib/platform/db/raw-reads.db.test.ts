import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { ownerClient } from "@/lib/testing/database";
import { Prisma } from "./generated/client";

const ofEachType = Prisma.sql`
  SELECT 7::int AS i, 9007199254740993::bigint AS b, 1.50::numeric(8, 2) AS n, 0.1::float8 AS f, true AS t,
    'x' AS w, NULL::int AS nothing, '2022-11-01'::date AS d, '2022-11-01 08:00:00.25+08'::timestamptz AS m,
    '2022-11-01 08:00:00'::timestamp AS l, '{"a": [1, null]}'::jsonb AS j, '[1]'::json AS k,
    '01930005-0000-7000-8000-000000000001'::uuid AS u, '\\xff00'::bytea AS y,
    ARRAY[1, NULL]::int[] AS ai, ARRAY[2]::bigint[] AS ab, ARRAY[1.50, NULL]::numeric[] AS an,
    ARRAY['a,"b', NULL] AS aw, ARRAY['2022-11-01']::date[] AS ad, ARRAY[now()]::timestamptz[] = ARRAY[now()] AS same,
    ARRAY['01930005-0000-7000-8000-000000000001']::uuid[] AS au, ARRAY['{"a": 1}'::jsonb] AS aj, ARRAY[true] AS at`;

test("a statement outside of a transaction reads what one of Prisma's own reads", async () => {
  const [ours] = await db.$queryRaw<Record<string, unknown>[]>(ofEachType);
  const [theirs] = await db.$transaction((tx) => tx.$queryRaw<Record<string, unknown>[]>(ofEachType));
  const { y, ...rest } = ours ?? {};
  const { y: bytes, ...others } = theirs ?? {};
  expect(rest).toEqual(others);
  expect([...(y as Uint8Array)]).toEqual([...(bytes as Uint8Array)]);
  expect(rest).toMatchObject({
    b: 9007199254740993n,
    n: new Prisma.Decimal("1.5"),
    m: new Date("2022-11-01T00:00:00.250Z"),
  });
});

test("what it is given arrives as with Prisma", async () => {
  const given = (on: Pick<typeof db, "$queryRaw">) => on.$queryRaw`
    SELECT ${new Date("2022-11-01T16:30:00Z")}::timestamptz AS m, ${new Date("2022-11-01")}::date AS d,
      ${new Prisma.Decimal("1e21")}::numeric AS n, ${12n}::bigint AS b, ${["a", "b,c", null]}::text[] AS w,
      ${[new Date("2022-11-01"), new Date("2022-12-01")]}::date[] AS days, ${null}::text AS nothing, ${true}::bool AS t,
      ${{ a: [1] }}::jsonb AS j, ${Buffer.from("a")}::bytea = 'a'::bytea AS y, ${Prisma.join([1, 2])} AS last`;
  expect(await given(db)).toEqual(await db.$transaction((tx) => given(tx)));
});

test("one that fails tells its code, and the next is answered", async () => {
  const failed = await db.$queryRaw`SELECT 1 / ${0}::int`.then(null, (error) => error);
  expect(failed).toMatchObject({
    code: "P2010",
    meta: { driverAdapterError: { cause: { originalCode: "22012" } } },
  });
  expect(await db.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
});

test("a server whose clock is told in another zone tells and takes the same moments", async () => {
  const { rows } = await (await ownerClient()).query("SHOW timezone");
  expect(rows).toEqual([{ TimeZone: "Asia/Shanghai" }]);
  const moment = new Date("2022-11-01T16:30:00Z");
  const ask = (on: Pick<typeof db, "$queryRaw">) => on.$queryRaw<{ at: Date; told: string; now: Date }[]>`
    SELECT ${moment}::timestamptz AS at, to_char(${moment}::timestamptz AT TIME ZONE 'UTC', 'HH24:MI') AS told, now()`;
  for (const answer of [await ask(db), await db.$transaction((tx) => ask(tx))]) {
    expect(answer).toMatchObject([{ at: moment, told: "16:30" }]);
    expect(Math.abs(Number(answer[0]?.now) - Date.now())).toBeLessThan(60_000);
  }
});
