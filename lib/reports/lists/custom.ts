import "server-only";
import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { customLabel, customText } from "@/lib/domain/custom-fields/labels";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CustomFieldSubject } from "@/lib/platform/db/generated/enums";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { ListColumn } from "./list";

/** The columns of the office's own fields that the viewer reads. A retired one is in files alone. */
export async function customColumns<Row extends { custom: Record<string, string> }>(
  viewer: Viewer,
  subject: CustomFieldSubject,
  locale: Locale,
): Promise<ListColumn<Row>[]> {
  return (await listFieldsOf(viewer, subject)).map((field) => ({
    key: `cf_${field.key}`,
    header: "custom-fields.one",
    name: headerOf(field, locale),
    ...(field.retiredAt ? { hidden: true, inFiles: true } : {}),
    ...toKind(field),
    value: (row, reader) => {
      const value = row.custom[field.id];
      if (value === undefined) return null;
      return field.type === "NUMBER" ? Number(value) : customText(reader, field, value);
    },
  }));
}

/** With its unit, as every header of a figure. */
function headerOf(field: CustomFieldDto, locale: Locale): string {
  const label = customLabel(locale, field);
  if (!field.unit) return label;
  return locale === "zh" ? `${label}（${field.unit}）` : `${label}, ${field.unit}`;
}

function toKind({ type, decimals }: CustomFieldDto): Pick<ListColumn<never>, "kind" | "places" | "wrap"> {
  if (type === "NUMBER") return { kind: "NUMBER", places: decimals ?? 2 };
  return type === "DATE" ? { kind: "DATE" } : { kind: "TEXT", wrap: type === "TEXT" };
}
