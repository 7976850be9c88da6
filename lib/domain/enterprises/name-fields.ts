import "server-only";
import { toSimplified } from "@/lib/platform/names/simplified";
import { fold, toInitials, toPinyin, toSortKeys } from "@/lib/platform/names/sort-keys";
import { toNameKey } from "./rules";

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
