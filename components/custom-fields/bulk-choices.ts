import type { BulkChoice } from "@/components/ui/form/use-preview";
import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { customLabel } from "@/lib/domain/custom-fields/labels";
import { NO_CHOICE } from "@/lib/domain/custom-fields/schema";
import type { Locale } from "@/lib/platform/i18n/locales";

/** The fields that may be set on many records at once: those of choices, each with the options still in use. */
export function bulkChoices(locale: Locale, fields: CustomFieldDto[], nothing: string): BulkChoice[] {
  return fields
    .filter(({ type, retiredAt }) => type === "CHOICE" && retiredAt === null)
    .map((field) => ({
      id: field.id,
      label: customLabel(locale, field),
      options: [
        ...(field.required ? [] : [{ value: NO_CHOICE, label: nothing }]),
        ...field.options
          .filter(({ retired }) => !retired)
          .map((option) => ({ value: option.id, label: customLabel(locale, option) })),
      ],
    }));
}
