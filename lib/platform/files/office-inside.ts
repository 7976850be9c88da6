import type { Media } from "./media";

/** What the inside of an Office file tells, or why it is not kept. */
export type Inside = { kind: Media } | { refused: "macros" | "protected" | "broken" | "type" };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
/** The directory of an archive stands at its end, and that of an Office file is far shorter. */
export const TAIL = 512 * 1024;

/** By the names in an archive's own directory, of which the last `TAIL` bytes are enough. */
export function insideZip(tail: Buffer, size: number): Inside {
  const names: string[] = [];
  let locked = false;
  try {
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]), tail.length - END_LENGTH);
    if (end < 0 || tail.readUInt32LE(end) !== END) return { refused: "broken" };
    const count = tail.readUInt16LE(end + 10);
    let at = tail.readUInt32LE(end + 16) - (size - tail.length);
    for (let i = 0; i < count; i += 1) {
      if (tail.readUInt32LE(at) !== CENTRAL) return { refused: "broken" };
      if (tail.readUInt16LE(at + 8) & 1) locked = true;
      const length = tail.readUInt16LE(at + 28);
      names.push(tail.toString("utf8", at + 46, at + 46 + length).replaceAll("\\", "/"));
      at += 46 + length + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
    }
  } catch {
    // A number of the file's own led outside of it.
    return { refused: "broken" };
  }
  if (locked) return { refused: "protected" };
  if (names.some((name) => /(^|\/)(vbaProject\.bin$|macrosheets\/)/i.test(name)))
    return { refused: "macros" };
  if (!names.includes("[Content_Types].xml")) return { refused: "type" };
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return { kind: "docx" };
  if (names.includes("xl/workbook.xml")) return { kind: "xlsx" };
  if (names.includes("ppt/presentation.xml")) return { kind: "pptx" };
  return { refused: "type" };
}

/** Names of streams, as the directory of an older Office file writes them: UTF-16 with two zeros behind. */
const streams: [string, Inside][] = [
  ["EncryptedPackage", { refused: "protected" }],
  ["_VBA_PROJECT", { refused: "macros" }],
  ["WordDocument", { kind: "doc" }],
  ["Workbook", { kind: "xls" }],
  ["Book", { kind: "xls" }],
  ["PowerPoint Document", { kind: "ppt" }],
];
const patterns = streams.map(([name, inside]) => ({ bytes: Buffer.from(`${name}\0`, "utf16le"), inside }));
const LONGEST = Math.max(...patterns.map(({ bytes }) => bytes.length));

/** Reads an older Office file as it passes; its directory may lie anywhere. */
export class OleScan {
  private found = new Set<number>();
  private rest = Buffer.alloc(0);

  take(chunk: Buffer): void {
    const seen = Buffer.concat([this.rest, chunk]);
    for (const [i, { bytes }] of patterns.entries()) {
      if (!this.found.has(i) && seen.includes(bytes)) this.found.add(i);
    }
    this.rest = Buffer.from(seen.subarray(Math.max(0, seen.length - LONGEST)));
  }

  /** The first in the list counts: a refusal before a kind. */
  inside(): Inside {
    const first = patterns.find((_, i) => this.found.has(i));
    return first?.inside ?? { refused: "type" };
  }
}
