import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { namesOf, titlesOf } from "@/lib/platform/i18n/notice-words";
import { type Notice, notifyAll } from "../notifications/service";
import { listFirmUserIds } from "../return-rounds/queries-people";
import type { FoundReturn } from "./queries";

/** Tells each firm's own people what the office did to its return, in the office's words where there are any. */
export async function tellFirms(
  tx: Tx,
  kind: Notice["kind"],
  rows: FoundReturn[],
  comment = "",
): Promise<void> {
  const people = await listFirmUserIds(tx, { id: { in: rows.map(({ enterpriseId }) => enterpriseId) } });
  await notifyAll(
    tx,
    rows.map((row) => ({
      kind,
      userIds: people.get(row.enterpriseId) ?? [],
      params: { firm: namesOf(row.enterprise), round: titlesOf(row.round), comment },
      href: `/portal/returns/${row.id}`,
      key: `${kind.toLowerCase()}/${row.id}/${row.version}`,
    })),
  );
}
