import "server-only";
import pg from "pg";
import { Prisma } from "./generated/client";

/** PostgreSQL's numbers of the types that Prisma reads otherwise than `pg` does. */
const { INT8, NUMERIC, DATE, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins;
const ARRAYS = { text: 1009, int8: 1016, numeric: 1231, date: 1182, timestamp: 1115, timestamptz: 1185 };

type Parse = (text: string) => unknown;
const textsOf = pg.types.getTypeParser(ARRAYS.text as never) as (text: string) => (string | null)[];
const each = (parse: Parse) => (text: string) =>
  textsOf(text).map((one) => (one === null ? null : parse(one)));

const toBigInt: Parse = (text) => BigInt(text);
const toDecimal: Parse = (text) => new Prisma.Decimal(text);
const toDay: Parse = (text) => new Date(text);
const toUtc: Parse = (text) => new Date(`${text.replace(" ", "T")}Z`);
const toMoment = pg.types.getTypeParser(TIMESTAMPTZ) as Parse;

const parsers = new Map<number, Parse>([
  [INT8, toBigInt],
  [ARRAYS.int8, each(toBigInt)],
  [NUMERIC, toDecimal],
  [ARRAYS.numeric, each(toDecimal)],
  [DATE, toDay],
  [ARRAYS.date, each(toDay)],
  [TIMESTAMP, toUtc],
  [ARRAYS.timestamp, each(toUtc)],
  [TIMESTAMPTZ, toMoment],
  [ARRAYS.timestamptz, each(toMoment)],
]);

const types = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    (format === "text" && parsers.get(type)) || pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig;

/** A value as PostgreSQL is told it: a moment with its zone, whatever the connection's is. */
function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter);
  if (value instanceof Date) return value.toISOString();
  return Prisma.Decimal.isDecimal(value) ? value.toFixed() : value;
}

/**
 * Prisma's `$queryRaw` outside of a transaction, asked of the pool itself and read into the same values. Prisma makes a
 * plan of each statement, walks through it, and copies each value twice, which a list page is measurably slower for. A
 * statement that fails tells it as Prisma does, so that it is read in one way (constraints.ts).
 * @param nameOf the name under which a statement is kept ready
 */
export function rawReader(pool: pg.Pool, nameOf: (text: string) => string) {
  return async (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<unknown[]> => {
    const { text, values: given } = "raw" in query ? Prisma.sql(query, ...values) : query;
    const name = nameOf(text) || undefined;
    try {
      return (await pool.query({ name, text, values: given.map(toParameter), types })).rows;
    } catch (error) {
      throw asPrisma(error);
    }
  };
}

function asPrisma(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code, message, constraint, detail, table } = error;
  const cause = { originalCode: code, originalMessage: message, constraint, detail, table };
  return new Prisma.PrismaClientKnownRequestError(
    `Raw query failed. Code: \`${code}\`. Message: \`${message}\``,
    {
      code: "P2010",
      clientVersion: Prisma.prismaVersion.client,
      meta: { driverAdapterError: { cause } },
    },
  );
}
