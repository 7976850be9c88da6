/**
 * PostgreSQL's catalogs use a one-byte type "char", and the engine insists on getting it as a
 * character. The adapter does not know the type at all: the client passes it off as varchar and
 * remembers where, and the connection puts it right in the answer.
 */
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const charOid = 18;
const varcharOid = 1043;

/** @type {WeakMap<unknown[], number[]>} columns of type "char", by the rows they are in */
const charColumns = new WeakMap();

/** @param {pg.QueryArrayResult | undefined} result */
function disguise(result) {
  const columns = result?.fields?.flatMap((field, i) => (field.dataTypeID === charOid ? [i] : [])) ?? [];
  if (!result || columns.length === 0) return result;
  for (const i of columns) result.fields[i].dataTypeID = varcharOid;
  charColumns.set(result.rows, columns);
  return result;
}

/** The client for the engine's pools. A pool asks with a callback, a transaction awaits. */
export class CharAwareClient extends pg.Client {
  /** @param {any[]} args */
  query(...args) {
    const query = /** @type {any} */ (super.query).bind(this);
    const callback = args.at(-1);
    if (typeof callback !== "function") return query(...args).then(disguise);
    /** @param {Error} error @param {pg.QueryArrayResult} result */
    const wrapped = (error, result) => callback(error, disguise(result));
    return query(...args.slice(0, -1), wrapped);
  }
}

/**
 * @template {import("@prisma/driver-adapter-utils").SqlQueryable} T
 * @param {T} connection
 * @returns {T}
 */
export function withCharColumns(connection) {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const i of charColumns.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  if ("startTransaction" in connection) {
    const adapter = /** @type {import("@prisma/driver-adapter-utils").SqlDriverAdapter} */ (
      /** @type {unknown} */ (connection)
    );
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => withCharColumns(await start(level));
  }
  return connection;
}
