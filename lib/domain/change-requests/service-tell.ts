import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { nameOf } from "@/lib/platform/i18n/names";
import { translatorFor } from "@/lib/platform/i18n/words-for";
import { notify } from "../notifications/service";
import { type ChangeRequestRow, changeRequestSelect } from "./dto";
import { fieldLabel } from "./labels";

/** Of a firm that nobody of the office looks after, at most so many are told. */
const MOST_TOLD = 20;

/** Tells who looks after it, or the officers who reach the firm, that a request waits. */
export async function tellOffice(tx: Tx, requestId: string): Promise<void> {
  const row = await tx.changeRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: changeRequestSelect,
  });
  const people = await findRecipients(tx, row);
  for (const locale of ["en", "zh"] as const) {
    const t = await translatorFor(locale);
    const labels = row.fields
      .filter(({ decision }) => decision === null)
      .map(({ field }) => t(fieldLabel(field) as never));
    await notify(tx, {
      kind: "CHANGE_REQUESTED",
      userIds: people.filter((person) => (person.locale === "zh") === (locale === "zh")).map(({ id }) => id),
      params: {
        firm: nameOf(locale, row.enterprise),
        name: row.askedByName,
        fields: [...new Set(labels)].join(locale === "zh" ? "、" : ", "),
      },
      href: `/change-requests/${row.id}`,
      key: `change-requests/${row.id}/${row.version}`,
    });
  }
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
  const asker = await tx.user.findUnique({ where: { id: row.askedById }, select: { locale: true } });
  await notify(tx, {
    kind,
    userIds: [row.askedById],
    params: { firm: nameOf(asker?.locale === "zh" ? "zh" : "en", row.enterprise), ...params },
    href: `/portal/profile/requests/${row.id}`,
    key: `change-requests/${row.id}/${version}`,
  });
}

async function findRecipients(tx: Tx, row: ChangeRequestRow) {
  const select = { id: true, locale: true } as const;
  const active = { status: "ACTIVE" as const, role: { in: ["ADMIN" as const, "OFFICER" as const] } };
  const ownerId = row.ownerId ?? row.enterprise.ownerId;
  const owner = ownerId ? await tx.user.findFirst({ where: { ...active, id: ownerId }, select }) : null;
  if (owner) return [owner];
  const firm = { enterpriseId: row.enterpriseId };
  const reach = {
    OR: [
      { allParks: true },
      {
        parks: {
          some: {
            park: {
              OR: [{ leases: { some: firm } }, { presences: { some: firm } }, { headcounts: { some: firm } }],
            },
          },
        },
      },
    ],
  };
  const officers = { ...active, role: "OFFICER" as const, ...reach };
  const found = await tx.user.findMany({
    where: officers,
    orderBy: { name: "asc" },
    take: MOST_TOLD,
    select,
  });
  if (found.length > 0) return found;
  // An office of administrators alone.
  return tx.user.findMany({ where: active, orderBy: { name: "asc" }, take: MOST_TOLD, select });
}
