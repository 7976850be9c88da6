import "server-only";
import type { CustomFieldDto } from "../domain/custom-fields/dto";
import { listFieldsOf } from "../domain/custom-fields/queries";
import type { Viewer } from "../platform/auth/viewer";
import type { CustomFieldSubject } from "../platform/db/generated/enums";
import { ownColumn } from "./cells";
import type { Field } from "./fields";
import type { ImportKind } from "./types";

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
  return (await listOwnFields(viewer, kind)).map((field) => {
    const labels = [field.labelEn, field.labelZh].filter((label) => label !== null);
    const withUnit = field.unit ? labels.map((label) => `${label}, ${field.unit}`) : [];
    return {
      name: ownColumn(field),
      zh: field.labelZh ?? field.labelEn ?? field.key,
      en: field.labelEn ?? field.labelZh ?? field.key,
      also: [field.key, ...labels, ...withUnit],
      example: exampleOf(field),
      retired: field.retiredAt !== null,
    };
  });
}

function exampleOf({ type, options }: CustomFieldDto): string {
  if (type === "NUMBER") return "12";
  if (type === "DATE") return "2022-11-01";
  const offered = options.find(({ retired }) => !retired);
  return offered?.labelZh ?? offered?.labelEn ?? "";
}
