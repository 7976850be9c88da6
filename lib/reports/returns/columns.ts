import type { ReturnField } from "@/lib/domain/return-forms/schema";
import type { ReportColumn } from "@/lib/reports/columns";
import type { FieldSum } from "./types";

export type LabelledSum = FieldSum & { field: ReturnField };

/** Sums with their questions. */
export function withLabels(fields: readonly ReturnField[], sums: readonly FieldSum[]): LabelledSum[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return sums.flatMap((sum) => {
    const field = byKey.get(sum.key);
    return field ? [{ ...sum, field }] : [];
  });
}

/** What the firms of a round said, question by question; what was carried forward stands apart. */
export const fieldSumColumns: ReportColumn<LabelledSum>[] = [
  {
    key: "question",
    header: "return-rounds.question",
    kind: "TEXT",
    value: ({ field }, locale) =>
      locale === "zh" ? field.labelZh || field.labelEn : field.labelEn || field.labelZh,
  },
  {
    key: "unit",
    header: "return-rounds.unit",
    kind: "LABEL",
    value: ({ field }, locale) => {
      if (field.money) return `return-forms.money.${field.money}`;
      // A unit is the office's own word, and no message.
      return (
        (locale === "zh" ? field.unitZh || field.unitEn : field.unitEn || field.unitZh)?.replaceAll(
          ".",
          "",
        ) ?? null
      );
    },
  },
  { key: "answered", header: "return-rounds.answered", kind: "COUNT", value: ({ answered }) => answered },
  { key: "sum", header: "return-rounds.sum", kind: "NUMBER", value: ({ sum }) => sum },
  {
    key: "estimated",
    header: "return-rounds.estimatedFirms",
    kind: "COUNT",
    value: ({ estimated }) => estimated,
  },
  {
    key: "estimatedSum",
    header: "return-rounds.estimatedSum",
    kind: "NUMBER",
    value: ({ estimatedSum }) => estimatedSum,
  },
];
