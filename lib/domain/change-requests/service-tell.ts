import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { namesOf } from "@/lib/platform/i18n/notice-words";
import { translatorFor } from "@/lib/platform/i18n/words-for";
import { notify } from "../notifications/service";
import { listOfficeFor } from "../users/queries-office";
import { type ChangeRequestRow, changeRequestSelect } from "./dto";
import { fieldLabel } from "./labels";

/** Tells who looks after it, or the officers who reach the firm, that a request waits. */
export async function tellOffice(tx: Tx, requestId: string): Promise<void> {
  const row = await tx.changeRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: changeRequestSelect,
  });
  const open = row.fields.filter(({ decision }) => decision === null).map(({ field }) => field);
  const [zh, en] = [await translatorFor("zh"), await translatorFor("en")];
  const labels = (t: typeof zh) => [...new Set(open.map((field) => t(fieldLabel(field) as never)))];
  await notify(tx, {
    kind: "CHANGE_REQUESTED",
    userIds: await listOfficeFor(tx, {
      enterpriseId: row.enterpriseId,
      ownerId: row.ownerId ?? row.enterprise.ownerId,
    }),
    params: {
      firm: namesOf(row.enterprise),
      name: row.askedByName,
      fields: { nameZh: labels(zh).join("、"), nameEn: labels(en).join(", ") },
    },
    href: `/change-requests/${row.id}`,
    key: `change-requests/${row.id}/${row.version}`,
  });
}

/** Tells whoever asked that it was sent back, and why. */
export async function tellReturned(tx: Tx, row: ChangeRequestRow, version: number, comment: string) {
  await tellAsker(tx, row, version, "CHANGE_RETURNED", { comment });
}

/** Tells whoever asked what was decided. */
export async function tellDecided(
  tx: Tx,
  row: ChangeRequestRow,
  version: number,
  counts: { accepted: number; refused: number },
) {
  await tellAsker(tx, row, version, "CHANGE_DECIDED", counts);
}

async function tellAsker(
  tx: Tx,
  row: ChangeRequestRow,
  version: number,
  kind: "CHANGE_RETURNED" | "CHANGE_DECIDED",
  params: Record<string, string | number>,
): Promise<void> {
  if (!row.askedById) return;
  await notify(tx, {
    kind,
    userIds: [row.askedById],
    params: { firm: namesOf(row.enterprise), ...params },
    href: `/portal/profile/requests/${row.id}`,
    key: `change-requests/${row.id}/${version}`,
  });
}
