import type { ReturnDesign } from "@/lib/domain/return-forms/schema";

export const blankSection = { key: "", titleZh: "", titleEn: "", helpZh: "", helpEn: "" };

export const blankField = {
  ...{ section: "", key: "", type: "NUMBER" as const, labelZh: "", labelEn: "" },
  ...{ definitionZh: "", definitionEn: "", unitZh: "", unitEn: "", money: "" as const, decimals: "" },
  ...{ required: false, min: "", max: "", carry: false, options: "" },
  ...{ softLast: "", softYearAgo: "", feeds: "" as const },
};

export const blankSum = { totalKey: "", partKeys: "", kind: "EQUAL" as const };

/** A question as the designer's boxes have it. */
export function toRow({ options, decimals, money, feeds, ...field }: ReturnDesign["fields"][number]) {
  return {
    ...field,
    money: money ?? ("" as const),
    feeds: feeds ?? ("" as const),
    decimals: String(decimals ?? ""),
    labelZh: field.labelZh ?? "",
    labelEn: field.labelEn ?? "",
    definitionZh: field.definitionZh ?? "",
    definitionEn: field.definitionEn ?? "",
    unitZh: field.unitZh ?? "",
    unitEn: field.unitEn ?? "",
    min: field.min ?? "",
    max: field.max ?? "",
    softLast: field.softLast ?? "",
    softYearAgo: field.softYearAgo ?? "",
    options: options.map(({ key, zh, en }) => `${key} = ${zh ?? ""} | ${en ?? ""}`).join("\n"),
  };
}
