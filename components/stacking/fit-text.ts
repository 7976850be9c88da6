import { textWidth } from "@/components/charts/layout";

/** The type's height in a block, and how much wider bold type runs, in the widest of the fonts. */
const HEIGHT = 11;
const BOLD = 1.14;
/** Less of a name than this, in characters as wide as they are high, tells nobody anything. */
const LEAST = 1.9;

const widthOf = (text: string, bold: boolean) => (textWidth(text) * HEIGHT * (bold ? BOLD : 1)) / 12;

/** The first of the texts that fits a width, told from long to short; nothing if none does. */
export function firstFitting(texts: string[], width: number, bold = false): string {
  return texts.find((text) => widthOf(text, bold) <= width) ?? "";
}

/** As much of a name as fits, cut between characters and marked with an ellipsis; nothing if little fits. */
export function cutToFit(text: string, width: number): string {
  if (widthOf(text, true) <= width) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(`${kept}${segment}…`, true) > width) break;
    kept += segment;
  }
  return textWidth(kept) < LEAST * 12 ? "" : `${kept.trimEnd()}…`;
}
