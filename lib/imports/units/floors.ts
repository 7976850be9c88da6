const DIGITS = "零一二三四五六七八九";

/** 3F, F3, 3层, 三楼 and 3 are one floor; B1, -1, 负一层 and 地下1层 another. Comes out as people would label it. */
export function toFloorLabel(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s+/g, "")
    .replace(/(楼层|层|楼|FLOOR|\/F)$/, "")
    .replace(/^(LEVEL|FLOOR|第)/, "");
  const digits = fromHan(plain);
  const below = /^(?:B|-|负|地下)(\d+)[LF]?$/.exec(digits)?.[1];
  if (below) return `B${Number(below)}`;
  const above = /^[LF]?(\d+)([A-Z]?)$/.exec(digits);
  if (!above) return digits;
  const suffix = above[2] === "F" || above[2] === "L" ? "" : above[2];
  return `${Number(above[1])}${suffix}`;
}

/** Where a floor stands: B2 −2, B1 −1, G 0, 1, 2, 2M 2.5; null for a name that says nothing of its height. */
export function toFloorPosition(label: string): number | null {
  const below = /^B(\d+)$/.exec(label)?.[1];
  if (below) return -Number(below);
  if (/^(G|GF|LG)$/.test(label)) return label === "LG" ? -0.5 : 0;
  const above = /^(\d+)([A-Z]?)$/.exec(label);
  return above ? Number(above[1]) + (above[2] ? 0.5 : 0) : null;
}

/** A place that no other floor has: the floor's own, the next free one beside it, or on top. */
export function placeFloor(label: string, taken: Set<number>): number {
  let position = toFloorPosition(label) ?? Math.floor(Math.max(0, ...taken)) + 1;
  while (taken.has(position)) position = Math.round((position + 0.01) * 100) / 100;
  taken.add(position);
  return position;
}

function fromHan(text: string): string {
  return text.replace(/[零一二三四五六七八九十]+/g, (number) => {
    const [tens = "", units = ""] = number.includes("十") ? number.split("十") : ["", number];
    const ten = number.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
    return String(ten + Math.max(0, DIGITS.indexOf(units || "零")));
  });
}
