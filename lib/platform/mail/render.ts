import "server-only";
import { env } from "../env/env";
import { translatorFor } from "../i18n/translator";

export type RenderedMail = { subject: string; text: string; html: string };

/**
 * The words of a mail, as text and as HTML, from `mails.<kind>` of the messages: `subject`, `body`, `action`.
 * @param href the path that the link leads to, without the app's own address
 */
export async function renderMail(
  locale: "en" | "zh",
  kind: string,
  params: Record<string, string | number>,
  href: string,
): Promise<RenderedMail> {
  const t = await translatorFor(locale);
  const say = (part: "subject" | "body" | "action") => t(`mails.${kind}.${part}` as never, params as never);
  const link = new URL(href, env().PUBLIC_URL).href;
  const text = `${say("body")}\n\n${say("action")}: ${link}\n`;
  return {
    subject: say("subject"),
    text,
    html: `<p>${escapeHtml(say("body"))}</p><p><a href="${escapeHtml(link)}">${escapeHtml(say("action"))}</a></p>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
