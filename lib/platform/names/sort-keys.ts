import "server-only";
import { pinyin } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;

/** Pinyin without tones, syllables apart: 广州 is "guang zhou"; everything else as it is, in lower case. */
export function toPinyin(text: string): string {
  if (!HAN.test(text)) return fold(text);
  return fold(pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true }).join(" "));
}

/** The first letters of the syllables: 广州 is "gz". */
export function toInitials(text: string): string {
  if (!HAN.test(text)) return "";
  return fold(
    pinyin(text, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" }).join(""),
  );
}

/** One width, one case, single spaces: what searching and sorting compare. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * What a record sorts by: Chinese readers by the pinyin of the Chinese name, English readers by the English
 * one, each falling back to the other.
 */
export function toSortKeys(
  zh: string | null | undefined,
  en: string | null | undefined,
): { sortZh: string; sortEn: string } {
  return {
    sortZh: toPinyin(zh || en || "").slice(0, 200),
    sortEn: (en ? fold(en) : toPinyin(zh ?? "")).slice(0, 200),
  };
}
