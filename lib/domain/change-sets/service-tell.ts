import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { namesOf } from "@/lib/platform/i18n/notice-words";
import { translatorFor } from "@/lib/platform/i18n/words-for";
import { fieldLabel } from "../change-requests/labels";
import { notify } from "../notifications/service";

/** So many of a firm's people are told. */
const MOST_TOLD = 20;

/** Tells a firm's own people that the office put back what one of them had changed, and why. */
export async function tellFirmUndone(
  tx: Tx,
  undone: { id: string; at: Date; actorName: string },
  reason: string,
): Promise<void> {
  const changes = await tx.$queryRaw<{ firm: string; field: string }[]>`
    SELECT DISTINCT c.root_id::text AS firm,
      CASE WHEN c.table_name = 'enterprise_contacts' THEN 'contacts' ELSE f.field END AS field
    FROM changes c LEFT JOIN LATERAL (SELECT a.key AS field FROM jsonb_each(c.after) a
      WHERE a.value IS DISTINCT FROM c.before -> a.key AND a.key <> 'version') f ON c.table_name = 'enterprises'
    WHERE c.change_set_id = ${undone.id}::uuid`;
  const [firm = ""] = changes.map((change) => change.firm);
  const fields = changes.flatMap(({ field }) => (field ? [field] : [])).sort();
  const row = await tx.enterprise.findUniqueOrThrow({
    where: { id: firm },
    select: {
      ...{ nameZh: true, nameEn: true },
      users: {
        where: { user: { status: "ACTIVE" } },
        orderBy: { id: "asc" },
        take: MOST_TOLD,
        select: { userId: true },
      },
    },
  });
  const [zh, en] = [await translatorFor("zh"), await translatorFor("en")];
  const labels = (t: typeof zh) => fields.map((field) => t(fieldLabel(field) as never));
  await notify(tx, {
    kind: "CHANGE_UNDONE",
    userIds: row.users.map(({ userId }) => userId),
    params: {
      firm: namesOf(row),
      name: undone.actorName,
      at: undone.at.toISOString(),
      reason,
      fields: { nameZh: labels(zh).join("、"), nameEn: labels(en).join(", ") },
    },
    href: "/portal/profile",
    key: `undone/${undone.id}`,
  });
}
