import pg from "pg";

/**
 * How many statements reach PostgreSQL while something is done, by whatever client: what a page costs whoever waits
 * for it, which must not grow with its rows.
 */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const real = pg.Client.prototype.query;
  let count = 0;
  pg.Client.prototype.query = function counting(this: pg.Client, ...args: unknown[]) {
    // What a new connection says of itself is no page's: it is said once.
    if (!isGreeting(args[0])) count += 1;
    return Reflect.apply(real, this, args);
  } as typeof real;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = real;
  }
  return count;
}

function isGreeting(asked: unknown): boolean {
  return typeof asked === "string" && asked.startsWith("SET TIME ZONE");
}
