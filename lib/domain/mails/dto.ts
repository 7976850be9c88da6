import type { Prisma } from "@/lib/platform/db/generated/client";
import type { MailState, NotificationKind } from "@/lib/platform/db/generated/enums";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { NoticeParams as Params } from "@/lib/platform/i18n/notice-words";
import { hideLinks, showsLink } from "./rules";

/** Whatever fills a notice's sentence: texts, counts, names in both languages, civil dates. */
export type NoticeParams = Params;

/** A mail to be written: its words are those of its kind, in the language of whoever reads it. */
export type Mailing = {
  key: string;
  kind: NotificationKind;
  userId: string | null;
  address: string;
  locale: Locale;
  params: NoticeParams;
  /** The path that its one link leads to. */
  href: string;
  /** What a summary lists: each with where it leads. */
  items?: { text: string; href: string }[];
};

const listed = {
  id: true,
  kind: true,
  address: true,
  subject: true,
  state: true,
  attempts: true,
  nextAt: true,
  lastError: true,
  sentAt: true,
  createdAt: true,
} satisfies Prisma.MailSelect;
export const mailSelect = listed;
export const wholeMailSelect = {
  ...listed,
  locale: true,
  text: true,
  html: true,
} satisfies Prisma.MailSelect;

export type MailDto = {
  id: string;
  kind: NotificationKind;
  address: string;
  subject: string;
  state: MailState;
  attempts: number;
  /** When it is tried next, or null where it is not. */
  nextAt: string | null;
  lastError: string | null;
  sentAt: string | null;
  createdAt: string;
};

export function toMail(row: Prisma.MailGetPayload<{ select: typeof mailSelect }>): MailDto {
  return {
    id: row.id,
    kind: row.kind,
    address: row.address,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.state === "QUEUED" ? row.nextAt.toISOString() : null,
    lastError: row.lastError,
    sentAt: row.sentAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** With its words; a link that lets whoever has it act as somebody else is taken out, unless it must be handed over. */
export function toWholeMail(row: Prisma.MailGetPayload<{ select: typeof wholeMailSelect }>) {
  const { text, html } = showsLink(row) ? row : hideLinks(row);
  return { ...toMail(row), locale: row.locale === "zh" ? ("zh" as const) : ("en" as const), text, html };
}
