import { formatsFor } from "./formats";
import type { Locale } from "./locales";
import { nameOf } from "./names";

/** A name in both languages, of which the reader's is taken. */
export type NoticeName = { nameZh: string | null; nameEn: string | null };

/**
 * Whatever fills the sentence of a notice or a mail: texts, counts, names in both languages, civil dates
 * (`YYYY-MM-DD`) and instants (ISO 8601). They are kept as they are, and put into words for whoever reads.
 */
export type NoticeParams = Record<string, string | number | NoticeName>;

/** Of a record, no more than its names: what a notice keeps of it. */
export const namesOf = ({ nameZh, nameEn }: NoticeName): NoticeName => ({ nameZh, nameEn });
/** The same of what has titles. */
export const titlesOf = (record: { titleZh: string | null; titleEn: string | null }): NoticeName => ({
  nameZh: record.titleZh,
  nameEn: record.titleEn,
});

/** Some records by name, and how many more there are. */
export function nameSome(some: readonly NoticeName[], total: number): NoticeName {
  const more = total - some.length;
  const zh = some.map(({ nameZh, nameEn }) => nameZh ?? nameEn ?? "");
  const en = some.map(({ nameZh, nameEn }) => nameEn ?? nameZh ?? "");
  return {
    nameZh: zh.join("、") + (more > 0 ? `等${total}家` : ""),
    nameEn: en.join(", ") + (more > 0 ? ` and ${more} more` : ""),
  };
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The parameters in a reader's language: names are chosen, days and instants written as prose has them. */
export function toNoticeWords(locale: Locale, params: NoticeParams): Record<string, string | number> {
  const formats = formatsFor(locale);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === "number") return [name, value];
      if (typeof value !== "string") return [name, nameOf(locale, value)];
      if (day.test(value)) return [name, formats.longDate(value)];
      return [name, instant.test(value) ? formats.dateTime(value) : value];
    }),
  );
}
