import { messageOf } from "@/lib/platform/errors/app-error";
import { headcountParts } from "../headcounts/schema";

export const fieldTypes = ["NUMBER", "MONEY", "DATE", "CHOICE", "TEXT"] as const;
/** What an amount is typed and kept in: yuan, or ten thousands of them. */
export const moneyUnits = ["YUAN", "WAN"] as const;
export const sumKinds = ["EQUAL", "AT_MOST"] as const;
/** What of a firm's declared people a field may feed. */
export const feedParts = ["total", ...headcountParts] as const;
/** Why a figure moved more than was expected. */
export const softReasons = [
  "SEASONAL",
  "NEW_CONTRACT",
  "RESTRUCTURED",
  "MERGED",
  "CORRECTION",
  "OTHER",
] as const;

export type FieldType = (typeof fieldTypes)[number];
export type FeedPart = (typeof feedParts)[number];
export type SoftReason = (typeof softReasons)[number];

export type ReturnOption = { key: string; zh: string | null; en: string | null };

/** A question. Only what its type knows is set; the rest is null, false or empty. */
export type ReturnField = {
  key: string;
  type: FieldType;
  labelZh: string | null;
  labelEn: string | null;
  definitionZh: string | null;
  definitionEn: string | null;
  unitZh: string | null;
  unitEn: string | null;
  money: (typeof moneyUnits)[number] | null;
  /** Places behind the point. */
  decimals: number;
  required: boolean;
  min: string | null;
  max: string | null;
  /** Shown filled in with what was said last time. */
  carry: boolean;
  options: ReturnOption[];
  /** A change beyond so many per cent asks for a reason; null: it never does. */
  soft: { last: string | null; yearAgo: string | null };
  feeds: FeedPart | null;
};

export type ReturnSection = {
  key: string;
  titleZh: string | null;
  titleEn: string | null;
  helpZh: string | null;
  helpEn: string | null;
  fields: ReturnField[];
};

/** The parts make the total, or do not exceed it. */
export type ReturnSum = { totalKey: string; partKeys: string[]; kind: (typeof sumKinds)[number] };

/** A form's questions, as a version keeps them. */
export type ReturnDefinition = { sections: ReturnSection[]; sums: ReturnSum[] };

export type DesignField = Omit<ReturnField, "soft" | "decimals"> & {
  /** The section that it stands in, by its key. */
  section: string;
  decimals: number | null;
  softLast: string | null;
  softYearAgo: string | null;
};

/** A form's questions as the designer has them: sections, fields and sums beside each other, in their order. */
export type ReturnDesign = {
  sections: Omit<ReturnSection, "fields">[];
  fields: DesignField[];
  sums: ReturnSum[];
};

type Problem = { path: (string | number)[]; message: string };

/** Whether what is typed into it is a number that can be added and compared. */
export function isFigure({ type }: { type: ReturnField["type"] }): boolean {
  return type === "NUMBER" || type === "MONEY";
}

/** All questions of a form, in their order. */
export function fieldsOf(definition: ReturnDefinition): ReturnField[] {
  return definition.sections.flatMap(({ fields }) => fields);
}

/** What a design says against itself, each problem at the part that says it. */
export function findDesignProblems(design: ReturnDesign): Problem[] {
  return [...findSectionProblems(design), ...findFieldProblems(design), ...findSumProblems(design)];
}

function findSectionProblems({ sections }: ReturnDesign): Problem[] {
  const seen = new Set<string>();
  return sections.flatMap(({ key, titleZh, titleEn }, i) => {
    const problems: Problem[] = [];
    if (seen.has(key))
      problems.push({ path: ["sections", i, "key"], message: "return-forms.errors.keyTwice" });
    seen.add(key);
    if (!titleZh && !titleEn) {
      problems.push({ path: ["sections", i, "titleZh"], message: "errors.oneNameNeeded" });
    }
    return problems;
  });
}

function findFieldProblems({ sections, fields }: ReturnDesign): Problem[] {
  const known = new Set(sections.map(({ key }) => key));
  const [keys, feeds] = [new Set<string>(), new Set<string>()];
  const problems: Problem[] = [];
  const refuse = (i: number, name: string, message: string) =>
    problems.push({ path: ["fields", i, name], message });
  for (const [i, field] of fields.entries()) {
    if (!known.has(field.section)) refuse(i, "section", "return-forms.errors.noSection");
    if (keys.has(field.key)) refuse(i, "key", "return-forms.errors.keyTwice");
    keys.add(field.key);
    if (!field.labelZh && !field.labelEn) refuse(i, "labelZh", "errors.oneNameNeeded");
    if (field.type === "CHOICE") findOptionProblem(field, (message) => refuse(i, "options", message));
    findRangeProblem(field, (name, message) => refuse(i, name, message));
    if (!field.feeds) continue;
    if (field.type !== "NUMBER" || (field.decimals ?? 0) > 0) {
      refuse(i, "feeds", "return-forms.errors.feedsWhole");
    } else if (feeds.has(field.feeds)) refuse(i, "feeds", "return-forms.errors.feedsOnce");
    feeds.add(field.feeds);
  }
  if (feeds.size > 0 && !feeds.has("total")) {
    refuse(
      fields.findIndex(({ feeds: part }) => part),
      "feeds",
      "return-forms.errors.feedsTotal",
    );
  }
  const total = fields.findIndex(({ feeds: part }) => part === "total");
  if (total >= 0 && !fields[total]?.required) refuse(total, "required", "return-forms.errors.totalRequired");
  return problems;
}

/** What of a range no answer could keep to: its end before its beginning, or nothing of the asked places between. */
function findRangeProblem(field: DesignField, refuse: (name: "min" | "max", message: string) => void): void {
  if (!isFigure(field) || field.max === null) return;
  // People are counted from nothing on.
  const min = field.min ?? (field.feeds ? "0" : null);
  if (min === null) return;
  if (compare(min, field.max) > 0) {
    refuse("max", messageOf("errors.atLeast", { min }));
    return;
  }
  const step = 10n ** BigInt(6 - placesOf(field));
  const [low, high] = [toMillionths(min), toMillionths(field.max)];
  if (floor(high, step) < low) refuse("max", "return-forms.errors.emptyRange");
}

/** Down to a whole number of steps, below zero too. */
const floor = (value: bigint, step: bigint) => value - (((value % step) + step) % step);

/** Places behind the point; an amount has two where nothing else is said. */
const placesOf = ({ decimals, type }: Pick<DesignField, "decimals" | "type">) =>
  decimals ?? (type === "MONEY" ? 2 : 0);

function findOptionProblem({ options }: DesignField, refuse: (message: string) => void): void {
  if (options.length < 2) refuse("return-forms.errors.optionsNeeded");
  else if (new Set(options.map(({ key }) => key)).size < options.length)
    refuse("return-forms.errors.keyTwice");
  else if (options.some(({ zh, en }) => !zh && !en)) refuse("return-forms.errors.optionLine");
}

function findSumProblems({ fields, sums }: ReturnDesign): Problem[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return sums.flatMap(({ totalKey, partKeys }, i) => {
    const total = byKey.get(totalKey);
    if (!total || !isFigure(total)) {
      return [{ path: ["sums", i, "totalKey"], message: "return-forms.errors.noFigure" }];
    }
    const parts = partKeys.map((key) => byKey.get(key));
    const refuse = (message: string) => [{ path: ["sums", i, "partKeys"], message }];
    if (parts.length === 0) return refuse("errors.required");
    if (parts.some((part) => !part || !isFigure(part))) return refuse("return-forms.errors.noFigure");
    if (parts.some((part) => part?.type !== total.type)) return refuse("return-forms.errors.mixedSum");
    if (new Set([...partKeys, totalKey]).size <= partKeys.length)
      return refuse("return-forms.errors.sumTwice");
    // Told at the rule that closes the circle: those before it may stand.
    if (partKeys.some((key) => reaches(key, totalKey, sums.slice(0, i))))
      return refuse("return-forms.errors.sumCircle");
    return [];
  });
}

/** Whether a total is made, through its parts and theirs, of another question. */
function reaches(
  from: string,
  wanted: string,
  sums: readonly ReturnSum[],
  seen = new Set<string>(),
): boolean {
  if (from === wanted) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return sums.some(
    ({ totalKey, partKeys }) => totalKey === from && partKeys.some((key) => reaches(key, wanted, sums, seen)),
  );
}

/** As a version keeps it: each field in its section, with no more than its type knows. */
export function toDefinition({ sections, fields, sums }: ReturnDesign): ReturnDefinition {
  return {
    sections: sections.map((section) => ({
      ...section,
      fields: fields.filter((field) => field.section === section.key).map(toField),
    })),
    sums: sums.map(({ totalKey, partKeys, kind }) => ({ totalKey, partKeys, kind })),
  };
}

function toField({ section: _, softLast, softYearAgo, ...field }: DesignField): ReturnField {
  const figure = isFigure(field);
  const money = field.type === "MONEY";
  return {
    ...field,
    unitZh: field.type === "NUMBER" ? field.unitZh : null,
    unitEn: field.type === "NUMBER" ? field.unitEn : null,
    money: money ? (field.money ?? "YUAN") : null,
    decimals: figure ? placesOf(field) : 0,
    min: figure ? field.min : null,
    max: figure ? field.max : null,
    options: field.type === "CHOICE" ? field.options : [],
    soft: { last: figure ? softLast : null, yearAgo: figure ? softYearAgo : null },
    feeds: field.type === "NUMBER" ? field.feeds : null,
  };
}

/** As the designer has it, the inverse of `toDefinition`. */
export function toDesign({ sections, sums }: ReturnDefinition): ReturnDesign {
  return {
    sections: sections.map(({ fields: _, ...section }) => section),
    fields: sections.flatMap((section) =>
      section.fields.map(({ soft, ...field }) => ({
        ...field,
        section: section.key,
        softLast: soft.last,
        softYearAgo: soft.yearAgo,
      })),
    ),
    sums: sums.map((sum): ReturnSum => ({ ...sum })),
  };
}

/** Two plain decimals, exactly: below zero, zero or above. */
function compare(a: string, b: string): number {
  const difference = toMillionths(a) - toMillionths(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A plain decimal of at most six places as a whole number of millionths. */
export function toMillionths(decimal: string): bigint {
  const [, sign, whole = "0", fraction = ""] = /^(-?)(\d*)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const value = BigInt((whole || "0") + fraction.padEnd(6, "0").slice(0, 6));
  return sign ? -value : value;
}

/** The inverse, without zeros that say nothing: 1500000 is 1.5. */
export function fromMillionths(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  const text = fraction ? `${digits.slice(0, -6)}.${fraction}` : digits.slice(0, -6);
  return value < 0n ? `-${text}` : text;
}
