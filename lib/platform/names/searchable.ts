import "server-only";
import { fold, toInitials, toPinyin } from "./sort-keys";

/** What the lists of a noun look into, a line each: its code, its names, and a Chinese one's pinyin and initials. */
export function toSearchable(code: string, names: (string | null)[]): string {
  const lines = names.flatMap((name) => {
    if (!name) return [];
    const pinyin = toPinyin(name);
    return [fold(name), pinyin, pinyin.replaceAll(" ", ""), toInitials(name)];
  });
  return [...new Set([fold(code), ...lines])].filter(Boolean).join("\n");
}
