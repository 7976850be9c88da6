import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { type NoticeName, namesOf } from "@/lib/platform/i18n/notice-words";
import { queueMails } from "../mails/service";
import { ZONE_ID } from "../zone/rules";

type Recipient = { id: string; email: string; locale: string };

const localeOf = ({ locale }: { locale: string }) => (locale === "zh" ? ("zh" as const) : ("en" as const));

/** How the zone calls itself; the product's name where nobody has said. */
async function zoneNamed(tx: Tx): Promise<NoticeName> {
  const zone = await tx.zone.findUnique({ where: { id: ZONE_ID }, select: { nameZh: true, nameEn: true } });
  return zone ? namesOf(zone) : { nameZh: "Tenantry", nameEn: "Tenantry" };
}

async function firmNamed(tx: Tx, id: string): Promise<NoticeName> {
  const select = { nameZh: true, nameEn: true };
  return namesOf(await tx.enterprise.findUniqueOrThrow({ where: { id }, select }));
}

/** The link by which somebody comes to act for a firm. */
export async function mailInvitation(
  tx: Tx,
  to: Recipient & { enterpriseId: string; inviter: string; expiresAt: Date; path: string },
): Promise<void> {
  const params = {
    inviter: to.inviter,
    firm: await firmNamed(tx, to.enterpriseId),
    zone: await zoneNamed(tx),
    expires: to.expiresAt.toISOString(),
  };
  const mail = { kind: "INVITATION" as const, userId: null, address: to.email, locale: localeOf(to), params };
  await queueMails(tx, [{ ...mail, key: `invitation/${to.id}`, href: to.path }]);
}

/** The link that proves an address. */
export async function mailProof(tx: Tx, to: Recipient & { expiresAt: Date; path: string }): Promise<void> {
  const params = { zone: await zoneNamed(tx), expires: to.expiresAt.toISOString() };
  const mail = { kind: "JOIN_CHECK" as const, userId: null, address: to.email, locale: localeOf(to), params };
  await queueMails(tx, [{ ...mail, key: `join-check/${to.id}`, href: to.path }]);
}

/** That a request was confirmed, with where it leads; or was not, with why. */
export async function mailDecision(
  tx: Tx,
  to: Recipient & { userId: string | null },
  decided: { enterpriseId: string; path: string } | { reason: string },
): Promise<void> {
  const mail = { userId: to.userId, address: to.email, locale: localeOf(to), key: `join/${to.id}` };
  if ("reason" in decided) {
    const params = { zone: await zoneNamed(tx), reason: decided.reason };
    await queueMails(tx, [{ ...mail, kind: "JOIN_REFUSED", params, href: "/join" }]);
    return;
  }
  const params = { firm: await firmNamed(tx, decided.enterpriseId) };
  await queueMails(tx, [{ ...mail, kind: "JOIN_CONFIRMED", params, href: decided.path }]);
}
