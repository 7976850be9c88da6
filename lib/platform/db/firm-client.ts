import "server-only";
import type { FirmSession } from "./firm-session";
import { Prisma, type PrismaClient } from "./generated/client";

/** Names a firm's session to the transaction: under the role that sees its rows alone. */
export function assumeFirm({ userId, enterpriseIds }: FirmSession) {
  return Prisma.sql`SELECT set_config('tenantry.firms', ${`{${enterpriseIds.join(",")}}`}, true),
    set_config('tenantry.firm_user', ${userId}, true), set_config('role', 'tenantry_firm', true)`;
}

/** Names it without the role, for a write: its services ask scope and matrix, and the history refuses foreign rows. */
export function nameFirm({ userId, enterpriseIds }: FirmSession) {
  return Prisma.sql`SELECT set_config('tenantry.firms', ${`{${enterpriseIds.join(",")}}`}, true),
    set_config('tenantry.firm_user', ${userId}, true)`;
}

/** The client as a firm's session has it: each read is a transaction of its own, under the firms' role. */
export function firmClientOf(client: PrismaClient, session: FirmSession): PrismaClient {
  const assume = () => client.$queryRaw(assumeFirm(session));
  const extended = client.$extends({
    query: {
      async $allOperations({ args, query }) {
        const [, answer] = await client.$transaction([
          assume(),
          query(args) as Prisma.PrismaPromise<unknown>,
        ]);
        return answer;
      },
    },
  });
  return new Proxy(client, {
    get(target, name) {
      // A transaction of our own making says in its own first statement whose it is (open.ts).
      const from = name === "$transaction" ? target : extended;
      const value = Reflect.get(from, name);
      return typeof value === "function" ? value.bind(from) : value;
    },
  });
}
