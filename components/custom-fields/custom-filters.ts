import type { FilterField } from "@/components/ui/filter-bar";
import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { customLabel } from "@/lib/domain/custom-fields/labels";
import { customFilterName } from "@/lib/domain/custom-fields/rules";
import type { Locale } from "@/lib/platform/i18n/locales";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** What a list may be narrowed to in the office's own fields: a text it contains, an option, a span. */
export async function customFilters(locale: Locale, fields: CustomFieldDto[]): Promise<FilterField[]> {
  const t = await getTranslations("custom-fields");
  return fields
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap((field): FilterField[] => {
      const { type, key } = field;
      const label = customLabel(locale, field);
      if (type === "TEXT") return [{ name: customFilterName(key), label, type: "text" }];
      if (type === "CHOICE") {
        const options = field.options.map((option) => ({
          value: option.key,
          label: customLabel(locale, option),
        }));
        return [{ name: customFilterName(key), label, type: "select", options }];
      }
      return (["from", "to"] as const).map((end) => ({
        name: customFilterName(key, end),
        label: t(end, { label }),
        type: type === "DATE" ? ("date" as const) : ("text" as const),
      }));
    });
}
