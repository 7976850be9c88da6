import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate } from "@/lib/platform/values/dates";
import { optionalDecimal, optionalWhole } from "@/lib/platform/values/numbers";
import { codeText, optionalText, tick } from "@/lib/platform/values/text";
import {
  feedParts,
  fieldTypes,
  findDesignProblems,
  moneyUnits,
  type ReturnDesign,
  type ReturnOption,
  sumKinds,
} from "./rules";

/** How many months lie between two periods of a form. */
export const periodMonths = ["1", "3", "6", "12"] as const;

export type {
  FeedPart,
  FieldType,
  ReturnDefinition,
  ReturnDesign,
  ReturnField,
  ReturnSum,
  SoftReason,
} from "./rules";
export { feedParts, fieldTypes, moneyUnits, softReasons, sumKinds } from "./rules";

export const MOST_SECTIONS = 40;

/** Letters and digits, so that it may stand in a file's header and in a field's address. */
const key = () =>
  z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^[a-z][a-zA-Z0-9]*$/, "return-forms.errors.key");

const optionSchema = z.object({ key: key(), zh: optionalText(100), en: optionalText(100) });

/** One a line, `key = 中文 | English`; a program sends them as they are kept. */
const options = z
  .union([z.array(optionSchema), z.string()])
  .nullish()
  .transform((given, context): ReturnOption[] => {
    if (Array.isArray(given)) return given;
    const lines = (given ?? "").split("\n").filter((line) => line.trim());
    return lines.flatMap((line) => {
      const [name = "", words = ""] = line.split(/[=＝]/, 2);
      const [zh = "", en = ""] = words.split(/[|｜]/, 2);
      const parsed = optionSchema.safeParse({ key: name, zh, en });
      if (parsed.success) return [parsed.data];
      context.addIssue({ code: "custom", message: "return-forms.errors.optionLine" });
      return [];
    });
  });

const keyList = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((keys) => (Array.isArray(keys) ? keys : (keys ?? "").split(/[,，、;；\s]+/)))
  .transform((keys) => keys.map((one) => one.trim()).filter(Boolean));

const orNone = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.enum(values), z.literal("")])
    .nullish()
    .transform((value) => value || null);

const bound = () => optionalDecimal({ dp: 6, min: -1e15, max: 1e15 });
const percent = () => optionalDecimal({ dp: 2, min: 0, max: 100_000 });

const sectionSchema = z.object({
  key: key(),
  titleZh: optionalText(100),
  titleEn: optionalText(100),
  helpZh: optionalText(1000),
  helpEn: optionalText(1000),
});

/** Boxes that a type does not show; what was typed there before the type was changed is let go, and refused nowhere. */
const unseen = {
  NUMBER: ["money", "options"],
  MONEY: ["unitZh", "unitEn", "options", "feeds"],
  ...{ DATE: ofFigures("options"), TEXT: ofFigures("options"), CHOICE: ofFigures() },
} as const satisfies Record<(typeof fieldTypes)[number], readonly string[]>;

function ofFigures(...more: string[]): string[] {
  return ["unitZh", "unitEn", "money", "decimals", "min", "max", "softLast", "softYearAgo", "feeds", ...more];
}

function withoutUnseen(given: unknown): unknown {
  if (typeof given !== "object" || given === null || !("type" in given)) return given;
  const hidden: readonly string[] = unseen[given.type as keyof typeof unseen] ?? [];
  return Object.fromEntries(Object.entries(given).filter(([name]) => !hidden.includes(name)));
}

const fieldSchema = z.object({
  /** The section that it stands in, by its key. */
  section: z.string().trim().min(1),
  key: key(),
  type: z.enum(fieldTypes),
  labelZh: optionalText(200),
  labelEn: optionalText(200),
  definitionZh: optionalText(1000),
  definitionEn: optionalText(1000),
  unitZh: optionalText(20),
  unitEn: optionalText(20),
  money: orNone(moneyUnits),
  decimals: optionalWhole({ min: 0, max: 6 }),
  required: tick(),
  min: bound(),
  max: bound(),
  carry: tick(),
  options,
  softLast: percent(),
  softYearAgo: percent(),
  feeds: orNone(feedParts),
});

const sumSchema = z.object({ totalKey: key(), partKeys: keyList, kind: z.enum(sumKinds) });

const design = {
  sections: z.array(sectionSchema).min(1, "return-forms.errors.sectionNeeded").max(MOST_SECTIONS),
  fields: z
    .array(z.preprocess(withoutUnseen, fieldSchema))
    .min(1, "return-forms.errors.fieldNeeded")
    .max(300),
  sums: z.array(sumSchema).max(100).default([]),
};

function wholeDesign(given: ReturnDesign, context: z.RefinementCtx): void {
  for (const { path, message } of findDesignProblems(given)) {
    context.addIssue({ code: "custom", path, message });
  }
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

const fields = {
  code: codeText(40),
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  months: z
    .enum(periodMonths)
    .default("3")
    .transform((months) => Number(months)),
};
type Titled = { titleZh: string | null; titleEn: string | null };
const titled = ({ titleZh, titleEn }: Titled) => Boolean(titleZh || titleEn);
const titleNeeded = { path: ["titleZh"], message: "errors.oneNameNeeded" };

/** With the ready quarterly form as its first version, or with one question to begin from. */
export const createFormSchema = z.object({ ...fields, ready: tick() }).refine(titled, titleNeeded);
export const updateFormSchema = z.object({ ...versioned, ...fields }).refine(titled, titleNeeded);
export const retireFormSchema = z.object({ ...versioned, retiredOn: civilDate(), reason: optionalText(500) });
/** Of a form, by its id: a copy of its newest version. */
export const createFormVersionSchema = z.object({ id: z.uuid() });
/** Of a version, by its own id. */
export const designFormSchema = z.object({ ...versioned, ...design }).superRefine(wholeDesign);
export const designSchema = z.object(design).superRefine(wholeDesign);

export const returnFormListSchema = listParams({
  sort: ["code"],
  defaultSort: "code",
  filters: { state: oneOf(["current", "retired"]) },
});

export type CreateFormInput = z.output<typeof createFormSchema>;
export type UpdateFormInput = z.output<typeof updateFormSchema>;
export type RetireFormInput = z.output<typeof retireFormSchema>;
export type CreateFormVersionInput = z.output<typeof createFormVersionSchema>;
export type DesignFormInput = z.output<typeof designFormSchema>;
export type ReturnFormListParams = z.output<typeof returnFormListSchema>;
