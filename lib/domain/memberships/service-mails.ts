import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { formatsFor } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { translatorFor } from "@/lib/platform/i18n/words-for";
import { queueMails } from "../mails/service";
import { ZONE_ID } from "../zone/rules";

type Recipient = { id: string; email: string; locale: string };

const localeOf = ({ locale }: { locale: string }): Locale => (locale === "zh" ? "zh" : "en");

/** How the zone calls itself; the product's name where nobody has said. */
async function zoneNamed(tx: Tx, locale: Locale): Promise<string> {
  const zone = await tx.zone.findUnique({ where: { id: ZONE_ID }, select: { nameZh: true, nameEn: true } });
  return zone ? nameOf(locale, zone) : (await translatorFor(locale))("common.product" as never);
}

async function firmNamed(tx: Tx, locale: Locale, id: string): Promise<string> {
  const select = { nameZh: true, nameEn: true };
  const firm = await tx.enterprise.findUnique({ where: { id }, select });
  return firm ? nameOf(locale, firm) : "";
}

/** The link by which somebody comes to act for a firm. */
export async function mailInvitation(
  tx: Tx,
  to: Recipient & { enterpriseId: string; inviter: string; expiresAt: Date; path: string },
): Promise<void> {
  const locale = localeOf(to);
  const params = {
    inviter: to.inviter,
    firm: await firmNamed(tx, locale, to.enterpriseId),
    zone: await zoneNamed(tx, locale),
    expires: formatsFor(locale).dateTime(to.expiresAt.toISOString()),
  };
  const mail = { kind: "INVITATION" as const, userId: null, address: to.email, locale, params };
  await queueMails(tx, [{ ...mail, key: `invitation/${to.id}`, href: to.path }]);
}

/** The link that proves an address. */
export async function mailProof(tx: Tx, to: Recipient & { expiresAt: Date; path: string }): Promise<void> {
  const locale = localeOf(to);
  const params = {
    zone: await zoneNamed(tx, locale),
    expires: formatsFor(locale).dateTime(to.expiresAt.toISOString()),
  };
  const mail = { kind: "JOIN_CHECK" as const, userId: null, address: to.email, locale, params };
  await queueMails(tx, [{ ...mail, key: `join-check/${to.id}`, href: to.path }]);
}

/** That a request was confirmed, with where it leads; or was not, with why. */
export async function mailDecision(
  tx: Tx,
  to: Recipient & { userId: string | null },
  decided: { enterpriseId: string; path: string } | { reason: string },
): Promise<void> {
  const locale = localeOf(to);
  const mail = { userId: to.userId, address: to.email, locale, key: `join/${to.id}` };
  if ("reason" in decided) {
    const params = { zone: await zoneNamed(tx, locale), reason: decided.reason };
    await queueMails(tx, [{ ...mail, kind: "JOIN_REFUSED", params, href: "/join" }]);
    return;
  }
  const params = { firm: await firmNamed(tx, locale, decided.enterpriseId) };
  await queueMails(tx, [{ ...mail, kind: "JOIN_CONFIRMED", params, href: decided.path }]);
}
