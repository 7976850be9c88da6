import { fileRefused } from "./file-error";

export type XmlHandler = {
  /** `attributes` is the tag's text behind its name; see `attributeOf`. */
  open: (name: string, attributes: string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/** Longer than any tag or text of a sound part: a cell holds 32,767 characters. */
const LONGEST = 4_000_000;

/**
 * Reads the XML of office files piece by piece. Names lose their prefix. Nothing is looked up or included: a
 * document type is refused, and with it everything that entities can do.
 */
export class XmlScanner {
  private rest = "";

  constructor(private readonly handler: XmlHandler) {}

  write(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf("<", at);
      if (open < 0) break;
      const end = endOfTag(text, open);
      if (end < 0) break;
      if (open > at) this.handler.text(decodeEntities(text.slice(at, open)));
      this.tag(text.slice(open, end));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST) throw fileRefused("broken");
  }

  private tag(tag: string): void {
    if (tag.startsWith("<![CDATA[")) this.handler.text(tag.slice(9, -3));
    else if (tag.startsWith("</")) this.handler.close(bare(tag.slice(2, -1).trim()));
    else if (tag.startsWith("<!") && !tag.startsWith("<!--")) throw fileRefused("broken");
    else if (!tag.startsWith("<?") && !tag.startsWith("<!")) this.element(tag);
  }

  private element(tag: string): void {
    const empty = tag.endsWith("/>");
    const inside = tag.slice(1, empty ? -2 : -1);
    const space = inside.search(/\s/);
    const name = bare(space < 0 ? inside : inside.slice(0, space));
    this.handler.open(name, space < 0 ? "" : inside.slice(space));
    if (empty) this.handler.close(name);
  }
}

/** The position behind a tag, or −1 while it is not whole. A > inside quotes does not end it. */
function endOfTag(text: string, open: number): number {
  for (const [start, stop] of [
    ["<!--", "-->"] as const,
    ["<![CDATA[", "]]>"] as const,
    ["<?", "?>"] as const,
  ]) {
    if (!text.startsWith(start, open)) continue;
    const end = text.indexOf(stop, open + start.length);
    return end < 0 ? -1 : end + stop.length;
  }
  let quote = "";
  for (let i = open + 1; i < text.length; i += 1) {
    const character = text[i];
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return i + 1;
  }
  return -1;
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

const patterns = new Map<string, RegExp>();

/** An attribute by its name without prefix, or null. */
export function attributeOf(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? "") : null;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
