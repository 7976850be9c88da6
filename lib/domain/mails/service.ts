import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import type { Tx } from "@/lib/platform/db/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { mailWriter } from "@/lib/platform/mail/render";
import { sendsMail } from "@/lib/platform/mail/settings";
import { inChangeSet } from "../in-change-set";
import { unsetZone, zoneSelect } from "../zone/dto";
import { zoneWords } from "../zone/labels";
import { ZONE_ID } from "../zone/rules";
import type { Mailing } from "./dto";
import { findMailInScope } from "./queries";
import { isToAddress } from "./rules";
import type { RetryMailInput } from "./schema";

/**
 * Puts mails into the outbox, in the transaction of what they tell of: if that does not happen, nor do they. Each key
 * is mailed once, whoever asks again. Not recorded by a change set, since it is told, and no fact of the zone.
 */
export async function queueMails(tx: Tx, mailings: readonly Mailing[]): Promise<void> {
  if (mailings.length === 0) return;
  const zone = (await tx.zone.findUnique({ where: { id: ZONE_ID }, select: zoneSelect })) ?? unsetZone;
  const names = { en: zoneWords("en", zone).name, zh: zoneWords("zh", zone).name };
  const state = sendsMail() ? "QUEUED" : "KEPT";
  const writers = { en: await mailWriter("en"), zh: await mailWriter("zh") };
  const data = mailings.map(({ params, href, items, ...mail }) => {
    const { locale, kind } = mail;
    const about = { zone: names[locale], items, choosable: !isToAddress(kind) };
    const written = writers[locale].write({ kind, params, href, ...about });
    return { ...mail, ...written, id: newId(), state } as const;
  });
  await tx.mail.createMany({ data, skipDuplicates: true });
}

/**
 * Sends a mail that was given up, or kept for want of a mail server, once more.
 * @throws AppError NOT_FOUND; CONFLICT where it waits or was sent already, or where there is still no mail server
 */
export async function retryMail(viewer: Viewer, { id }: RetryMailInput) {
  return inChangeSet(viewer, "mails.retry", null, async (tx) => {
    const mail = await findMailInScope(tx, viewer, id);
    if (!sendsMail()) throw conflict("mails.errors.noServer");
    const { count } = await tx.mail.updateMany({
      where: { id: mail.id, state: { in: ["FAILED", "KEPT"] } },
      data: { state: "QUEUED", attempts: 0, nextAt: new Date(), lastError: null },
    });
    if (count === 0) throw conflict("mails.errors.notWaiting");
    return { id: mail.id };
  });
}
