import "server-only";
import { Converter } from "opencc-js/t2cn";
import { fold, toInitials, toPinyin, toSortKeys } from "@/lib/platform/names/sort-keys";
import { toNameKey } from "./rules";

/** Traditional characters as simplified ones, so that 廣州 and 广州 match. */
export const toSimplified: (text: string) => string = Converter({ from: "t", to: "cn" });

type Named = {
  nameZh: string | null;
  nameEn: string | null;
  shortName: string | null;
  formerNames: string[];
  identifiers: { value: string }[];
};

/** What is derived from a firm's names at save: keys for matching, one text for search, keys for sorting. */
export function toNameFields(firm: Named) {
  const names = [firm.nameZh, firm.nameEn, firm.shortName, ...firm.formerNames].filter(
    (name) => name !== null,
  );
  const search = names.flatMap((name) => {
    const pinyin = toPinyin(name);
    return [fold(name), toSimplified(fold(name)), pinyin, pinyin.replaceAll(" ", ""), toInitials(name)];
  });
  const parts = [...search, ...firm.identifiers.map(({ value }) => value.toLowerCase())].filter(Boolean);
  return {
    nameKeyZh: toNameKey(firm.nameZh, toSimplified).slice(0, 200),
    nameKeyEn: toNameKey(firm.nameEn, toSimplified).slice(0, 200),
    search: [...new Set(parts)].join("\n"),
    ...toSortKeys(firm.nameZh, firm.nameEn),
  };
}
