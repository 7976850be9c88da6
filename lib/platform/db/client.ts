import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "../env/env";
import { firmClientOf } from "./firm-client";
import { currentFirmSession, type FirmSession } from "./firm-session";
import { type Prisma, PrismaClient } from "./generated/client";
import { rawReader } from "./raw-reads";
import { readyStatements, timedClient } from "./ready-statements";

/** What queries run on: the client, or the transaction of a change set. */
export type Db = PrismaClient | Prisma.TransactionClient;
export type Tx = Prisma.TransactionClient;

type Connections = { pool: pg.Pool; client: PrismaClient; readRaw: ReturnType<typeof rawReader> };

// Kept on globalThis because development reloads modules and would open a pool each time.
const holder = globalThis as typeof globalThis & { tenantryDb?: Connections };

function connections(): Connections {
  if (!holder.tenantryDb) {
    const ready = env().DATABASE_PREPARE === "1" ? readyStatements() : null;
    const pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      // Longer than a person reads a page: a new connection has nothing ready, and sixteen at once take half a second.
      idleTimeoutMillis: 5 * 60_000,
      // Said by a statement, which a pooler in between passes on.
      onConnect: (client) => client.query(GREETING).then(() => {}),
      ...(ready && { Client: timedClient(ready) }),
    });
    // Without a listener a restart of PostgreSQL would end this process.
    pool.on("error", () => {});
    const nameOf = (text: string) => ready?.nameOf(text) ?? "";
    const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) });
    holder.tenantryDb = { pool, client: new PrismaClient({ adapter }), readRaw: rawReader(pool, nameOf) };
  }
  return holder.tenantryDb;
}

/**
 * What each new connection is told. Prisma tells and reads moments without their zone. And no statement calls helping
 * processes: requests side by side use the cores already, and starting helpers takes longer than they spare.
 */
const GREETING = "SET TIME ZONE 'UTC'; SET max_parallel_workers_per_gather = 0";

/** One a session, so that a request of a firm's people makes its client once. */
const firmClients = new WeakMap<FirmSession, PrismaClient>();

function clientOfRequest(): PrismaClient {
  const { client } = connections();
  const session = currentFirmSession();
  if (!session) return client;
  const known = firmClients.get(session);
  if (known) return known;
  const made = firmClientOf(client, session);
  firmClients.set(session, made);
  return made;
}

/** The Prisma client, opened at first use; in a request of a firm's people one that sees their firms' rows alone. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, name) {
    if (name === "$queryRaw" && !currentFirmSession()) return connections().readRaw;
    const client = clientOfRequest();
    const value = Reflect.get(client, name);
    // Bound, since a query begins when it is awaited, and must not ask then again whose request it is.
    return typeof value === "function" ? value.bind(client) : value;
  },
});

/** The pool beneath it, for what is not the product's data (sign-in attempts) and for cursors. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** Closes every connection; the next use opens them again. For command lines and tests. */
export async function closeDb(): Promise<void> {
  const open = holder.tenantryDb;
  holder.tenantryDb = undefined;
  await open?.client.$disconnect();
  await open?.pool.end().catch(() => {});
}
