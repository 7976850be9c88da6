import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { customText } from "@/lib/domain/custom-fields/labels";
import type { Formats } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";

/** A value as a page shows it: a number with its separators and unit, a choice by its label. */
export function customShown(locale: Locale, formats: Formats, field: CustomFieldDto, value: string): string {
  if (field.type !== "NUMBER") return customText(locale, field, value);
  const number = formats.number(value, 6);
  return field.unit ? `${number} ${field.unit}` : number;
}
