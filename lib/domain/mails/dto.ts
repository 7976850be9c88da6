import type { NotificationKind } from "@/lib/platform/db/generated/enums";

/** Whatever fills a notice's sentence: texts, counts, civil dates. */
export type NoticeParams = Record<string, string | number>;

/** A mail to be written: its words are those of its kind, in the language of whoever reads it. */
export type Mailing = {
  key: string;
  kind: NotificationKind;
  userId: string | null;
  address: string;
  locale: "en" | "zh";
  params: NoticeParams;
  /** The path that its one link leads to. */
  href: string;
};
