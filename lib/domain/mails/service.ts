import "server-only";
import { newId } from "@/lib/platform/change-sets/open";
import type { Tx } from "@/lib/platform/db/client";
import { renderMail } from "@/lib/platform/mail/render";
import type { Mailing } from "./dto";

/**
 * Puts mails into the outbox, in the transaction of what they tell of: if that does not happen, nor do they. Each key
 * is mailed once, whoever asks again. What is not recorded by a change set, since it is told and no fact of the zone.
 */
export async function queueMails(tx: Tx, mailings: readonly Mailing[]): Promise<void> {
  const data = await Promise.all(
    mailings.map(async ({ params, href, ...mail }) => ({
      ...mail,
      id: newId(),
      ...(await renderMail(mail.locale, mail.kind, params, href)),
    })),
  );
  if (data.length > 0) await tx.mail.createMany({ data, skipDuplicates: true });
}
