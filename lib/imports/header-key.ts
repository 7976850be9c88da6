/** What two spellings of a header share: one width, one case, no spaces, marks or units. */
export function toHeaderKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-*:.,、。'"“”·]/g, "")
    .replace(/[㎡²]|m2|平方米|平米/g, "");
}

const ASIDE = /[([{【〔].*?[)\]}】〕]/g;
/** Both languages in one cell: 园区 Park, Park / 园区. */
const BETWEEN = /[\n/|]|(?<=\p{Script=Han})\s+(?=[a-z])|(?<=[a-z])\s+(?=\p{Script=Han})/iu;

/** The keys that a header may be known by, best first: as it stands, without what is in brackets, in parts. */
export function headerKeys(header: string): string[] {
  const text = header.normalize("NFKC");
  const bare = (part: string) => toHeaderKey(part.replace(ASIDE, ""));
  return [toHeaderKey(text), bare(text), ...text.split(BETWEEN).map(bare)].filter(Boolean);
}
