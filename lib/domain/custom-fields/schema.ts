import { z } from "zod";
import { optionalDecimal, optionalWhole } from "@/lib/platform/values/numbers";
import { optionalText, tick } from "@/lib/platform/values/text";
import { type CustomRule, findCustomProblem, isBlank } from "./rules";

export const customFieldSubjects = ["ENTERPRISE", "UNIT", "PROJECT"] as const;
export const customFieldTypes = ["TEXT", "NUMBER", "DATE", "CHOICE"] as const;
/** Who may be shown a field beside the office, which sees all. */
export const customFieldReaders = ["MANAGER", "ENTERPRISE"] as const;

const key = z
  .string()
  .trim()
  .toLowerCase()
  .nullish()
  .transform((text) => text || null)
  .pipe(
    z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/, "custom-fields.errors.key")
      .nullable(),
  );

const option = z
  .object({
    id: z
      .union([z.uuid(), z.literal("")])
      .nullish()
      .transform((id) => id || null),
    labelZh: optionalText(100),
    labelEn: optionalText(100),
    retired: tick(),
  })
  .refine(({ labelZh, labelEn }) => labelZh || labelEn, {
    path: ["labelZh"],
    message: "custom-fields.errors.oneLabel",
  });

const fields = {
  type: z.enum(customFieldTypes),
  labelZh: optionalText(100),
  labelEn: optionalText(100),
  helpZh: optionalText(300),
  helpEn: optionalText(300),
  /** Made of the label where it is left empty. */
  key,
  /** Its place among the fields of its subject, from 1; empty puts it last. */
  position: optionalWhole({ min: 1, max: 999 }),
  required: tick(),
  decimals: optionalWhole({ min: 0, max: 6 }),
  unit: optionalText(20),
  minValue: optionalDecimal({ dp: 6, min: -1e14, max: 1e14 }),
  maxValue: optionalDecimal({ dp: 6, min: -1e14, max: 1e14 }),
  maxLength: optionalWhole({ min: 1, max: 4000 }),
  options: z.array(option).max(200).default([]),
  shownTo: z
    .union([
      z.array(z.enum(customFieldReaders)),
      // As a form has it: each role with its tick.
      z
        .partialRecord(z.enum(customFieldReaders), z.boolean())
        .transform((ticked) => customFieldReaders.filter((role) => ticked[role])),
    ])
    .default([]),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

function check(field: Fields, context: z.core.$RefinementCtx<Fields>) {
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  if (!field.labelZh && !field.labelEn) say(["labelZh"], "custom-fields.errors.oneLabel");
  if (field.minValue !== null && field.maxValue !== null && Number(field.minValue) > Number(field.maxValue)) {
    say(["maxValue"], "custom-fields.errors.range");
  }
  if (field.type !== "CHOICE") return;
  if (!field.options.some(({ retired }) => !retired)) say(["options"], "custom-fields.errors.options");
  for (const name of ["labelZh", "labelEn"] as const) {
    const seen = new Set<string>();
    field.options.forEach((one, i) => {
      const label = one[name];
      if (label && seen.has(label)) say(["options", i, name], "custom-fields.errors.labelTaken");
      if (label) seen.add(label);
    });
  }
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createCustomFieldSchema = z
  .object({ subject: z.enum(customFieldSubjects), ...fields })
  .superRefine(check);
export const updateCustomFieldSchema = z.object({ ...versioned, ...fields }).superRefine(check);
export const retireCustomFieldSchema = z.object(versioned);
export const restoreCustomFieldSchema = z.object(versioned);
export const deleteCustomFieldSchema = z.object(versioned);

export type CreateCustomFieldInput = z.output<typeof createCustomFieldSchema>;
export type UpdateCustomFieldInput = z.output<typeof updateCustomFieldSchema>;
export type CustomFieldVersion = z.output<typeof retireCustomFieldSchema>;

/**
 * The values of custom fields in a record's input, by the fields' ids (forms) or keys (programs). Which fields there
 * are is known to the database alone: the service reads them there, by the same rules as `customValues`.
 */
export const customInput = () =>
  z
    .record(z.string().max(60), z.union([z.string().max(10_000), z.number(), z.null()]))
    .optional()
    .describe("Custom fields by key; those left out stay, null empties one");

/** Takes a choice away, where many records are changed at once and an empty one means that it stays. */
export const NO_CHOICE = "NOTHING";

export type CustomInput = z.output<ReturnType<typeof customInput>>;

/**
 * For a form that knows its fields: each value by its field's rules, the message beside the field. A value that stands
 * as it was is not judged by rules that came later.
 */
export function customValues(fields: CustomRule[], before: Record<string, string> = {}) {
  return customInput().superRefine((values, context) => {
    for (const field of fields) {
      const value = values?.[field.id];
      const message = isBlank(value)
        ? field.required
          ? "errors.required"
          : null
        : findCustomProblem(field, String(value), before[field.id]);
      if (message) context.addIssue({ code: "custom", path: [field.id], message });
    }
  });
}
