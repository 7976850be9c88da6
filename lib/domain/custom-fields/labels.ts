import type { CustomFieldSubject, CustomFieldType } from "@/lib/platform/db/generated/enums";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";

export const customFieldSubjectLabel = (subject: CustomFieldSubject) => `custom-fields.subject.${subject}`;
export const customFieldTypeLabel = (type: CustomFieldType) => `custom-fields.type.${type}`;

type Labelled = { labelZh: string | null; labelEn: string | null };

/** What a field or an option is called in the reader's language, else in the other one. */
export function customLabel(locale: Locale, { labelZh, labelEn }: Labelled): string {
  return nameOf(locale, { nameZh: labelZh, nameEn: labelEn });
}

/** How a field's value reads: an option by its label; a number and a day as they are kept. */
export function customText(
  locale: Locale,
  field: { type: CustomFieldType; options: ({ id: string } & Labelled)[] },
  value: string,
): string {
  if (field.type !== "CHOICE") return value;
  const option = field.options.find(({ id }) => id === value);
  return option ? customLabel(locale, option) : value;
}
