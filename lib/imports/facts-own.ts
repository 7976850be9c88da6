import "server-only";
import type { CustomFieldDto, CustomKept } from "../domain/custom-fields/dto";
import { customLabel } from "../domain/custom-fields/labels";
import { listFieldsOf } from "../domain/custom-fields/queries";
import { readCustomValue } from "../domain/custom-fields/rules";
import type { Viewer } from "../platform/auth/viewer";
import type { CustomFieldSubject } from "../platform/db/generated/enums";
import type { Locale } from "../platform/i18n/locales";
import { ownColumn } from "./cells";
import type { Field } from "./fields";
import type { ImportKind } from "./types";

/** A file of tenancies adds firms, and says of them who they are alone: their own fields come with a file of firms. */
const elsewhere: ImportKind = "tenancies";

const subjects: Partial<Record<ImportKind, CustomFieldSubject>> = {
  units: "UNIT",
  enterprises: "ENTERPRISE",
  projects: "PROJECT",
};

/** The office's own fields of what a kind of file holds; a retired one is known, so that it can be told as such. */
export async function listOwnFields(viewer: Viewer, kind: ImportKind): Promise<CustomFieldDto[]> {
  const subject = subjects[kind];
  return subject ? listFieldsOf(viewer, subject) : [];
}

/** The same as columns: by either label, with or without its unit, or by the key. */
export async function listOwnColumns(viewer: Viewer, kind: ImportKind): Promise<Field[]> {
  const fields =
    kind === elsewhere ? await listFieldsOf(viewer, "ENTERPRISE") : await listOwnFields(viewer, kind);
  return fields.map((field) => {
    const labels = [field.labelEn, field.labelZh].filter((label) => label !== null);
    const withUnit = field.unit ? labels.map((label) => `${label}, ${field.unit}`) : [];
    return {
      name: ownColumn(field),
      zh: field.labelZh ?? field.labelEn ?? field.key,
      en: field.labelEn ?? field.labelZh ?? field.key,
      also: [field.key, ...labels, ...withUnit],
      example: exampleOf(field),
      retired: field.retiredAt !== null,
      elsewhere: kind === elsewhere,
    };
  });
}

function exampleOf({ type, options }: CustomFieldDto): string {
  if (type === "NUMBER") return "12";
  if (type === "DATE") return "2022-11-01";
  const offered = options.find(({ retired }) => !retired);
  return offered?.labelZh ?? offered?.labelEn ?? "";
}

/**
 * A record's values of the fields that are in use, as a file would say them. What today's rules would not read back to
 * the same value, an option that was retired since or a number beyond a later limit, is left empty, and so stays.
 */
export function ownWords(
  locale: Locale,
  fields: CustomFieldDto[],
  kept: CustomKept = {},
): Record<string, string> {
  const live = fields.filter(({ id, retiredAt }) => retiredAt === null && kept[id] !== undefined);
  return Object.fromEntries(
    live.map((field) => [ownColumn(field), wordsOf(locale, field, String(kept[field.id]))]),
  );
}

function wordsOf(locale: Locale, field: CustomFieldDto, value: string): string {
  const option = field.type === "CHOICE" ? field.options.find(({ id }) => id === value) : undefined;
  const spellings = option ? [customLabel(locale, option), option.key, option.id] : [value];
  const readsBack = (text: string) => {
    const read = readCustomValue(field, text);
    return "value" in read && read.value === value;
  };
  return spellings.find(readsBack) ?? "";
}
