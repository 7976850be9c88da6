import "server-only";
import { type AnyWords, wordsFor } from "../api/words";
import { env } from "../env/env";
import { htmlLang, type Locale } from "../i18n/locales";
import { type NoticeParams, toNoticeWords } from "../i18n/notice-words";

import { drawMail } from "./draw";

export type RenderedMail = { subject: string; text: string; html: string };

/** What a mail is made of. */
export type MailParts = {
  /** Its words are `mails.<kind>` of the messages: `subject`, `body`, `action`. */
  kind: string;
  params: NoticeParams;
  /** The path that its one link leads to, without the app's own address. */
  href: string;
  /** What the zone is called, in the mail's language; empty where nobody has said. */
  zone: string;
  /** Whether its reader may say that they want no more of the kind. */
  choosable: boolean;
  /** What a summary lists: each with the path that it leads to. */
  items?: { text: string; href: string }[];
};

/** Whatever writes mails in one language: made once, it writes many. */
export type MailWriter = {
  /** What a notice says in one line. */
  line: (kind: string, params: NoticeParams) => string;
  /** The words of a mail, as text and as HTML: both say the same, and either can be read alone. */
  write: (parts: MailParts) => RenderedMail;
};

export async function mailWriter(locale: Locale): Promise<MailWriter> {
  const t = await wordsFor(locale);
  return {
    line: (kind, params) => t(`mails.${kind}.subject`, toNoticeWords(locale, params)),
    write: (parts) => write(locale, t, parts),
  };
}

function write(locale: Locale, t: AnyWords, parts: MailParts): RenderedMail {
  const { kind, items = [] } = parts;
  const product = t("nav.product");
  const zone = parts.zone || product;
  const params = { zone, ...toNoticeWords(locale, parts.params) };
  const say = (part: "subject" | "body" | "action") => t(`mails.${kind}.${part}`, params);
  const at = (path: string) => new URL(path, env().PUBLIC_URL).href;
  const subject = say("subject").replace(/\s+/g, " ").trim();
  const written = {
    subject,
    body: say("body").split("\n"),
    items: items.map(({ text, href }) => ({ text, href: at(href) })),
    action: { text: say("action"), href: at(parts.href) },
  };
  const foot = {
    head: zone === product ? product : `${product} · ${zone}`,
    link: t("mails.frame.link"),
    why: t(parts.choosable ? "mails.frame.account" : "mails.frame.address", { zone }),
    choose: parts.choosable ? { text: t("mails.frame.choose"), href: at("/notifications") } : null,
  };
  const text = [
    ...written.body,
    ...(items.length > 0 ? ["", ...written.items.map((item) => `- ${item.text}\n  ${item.href}`)] : []),
    "",
    `${written.action.text}:`,
    written.action.href,
    "",
    "-- ",
    foot.head,
    foot.why,
    ...(foot.choose ? [`${foot.choose.text}: ${foot.choose.href}`] : []),
  ];
  return {
    subject,
    text: `${text.join("\n")}\n`,
    html: drawMail({ lang: htmlLang[locale], ...written, ...foot }),
  };
}
