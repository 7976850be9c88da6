import { attributeOf, XmlScanner } from "./xml";
import { inflateEntry, type ZipEntry } from "./zip";

/** The parts of a workbook beside its sheets: what sheets there are, which styles are dates, the shared texts. */
export type SheetEntry = { name: string; target: string; hidden: boolean };
export type Book = { sheets: { name: string; id: string; hidden: boolean }[]; date1904: boolean };
export type Relation = { type: string; target: string };

/** Runs a part through a scanner, never more of it than `limit` bytes. Returns how many there were. */
export async function scanPart(entry: ZipEntry, limit: number, scanner: XmlScanner): Promise<number> {
  // One decoder for the whole part: a character may lie across two pieces.
  const decoder = new TextDecoder("utf-8");
  const size = await inflateEntry(entry, limit, (piece) =>
    scanner.write(decoder.decode(piece, { stream: true })),
  );
  scanner.write(decoder.decode());
  return size;
}

const nothing = () => {};

export function bookScanner(book: Book): XmlScanner {
  return new XmlScanner({
    open: (name, attributes) => {
      if (name === "workbookPr") book.date1904 = /^(1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const hidden = (attributeOf(attributes, "state") ?? "visible") !== "visible";
      const id = attributeOf(attributes, "id") ?? "";
      book.sheets.push({ name: attributeOf(attributes, "name") ?? "", id, hidden });
    },
    close: nothing,
    text: nothing,
  });
}

export function relationScanner(relations: Map<string, Relation>): XmlScanner {
  return new XmlScanner({
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const target = attributeOf(attributes, "Target") ?? "";
      const type = (attributeOf(attributes, "Type") ?? "").replace(/^.*\//, "");
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      relations.set(attributeOf(attributes, "Id") ?? "", { type, target: path });
    },
    close: nothing,
    text: nothing,
  });
}

/** Fills in, for each cell style, whether it shows a date. */
export function styleScanner(dates: boolean[]): XmlScanner {
  const formats = new Map<number, string>();
  let inCells = false;
  return new XmlScanner({
    open: (name, attributes) => {
      if (name === "numFmt") {
        formats.set(Number(attributeOf(attributes, "numFmtId")), attributeOf(attributes, "formatCode") ?? "");
      }
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) {
        const id = Number(attributeOf(attributes, "numFmtId") ?? 0);
        const format = formats.get(id);
        dates.push(format === undefined ? isBuiltInDate(id) : isDateFormat(format));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
    text: nothing,
  });
}

/** Formats that have numbers instead of codes; 27 to 36 and 50 to 58 are those of Chinese and Japanese offices. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** A format with a year or a day in it, outside of quotes, colours and conditions. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "");
  return /[yd]/i.test(bare) || /^m+[/-]?$/i.test(bare.trim());
}

/** Gathers the shared texts, runs of one text joined, readings of characters left out. */
export function stringScanner(strings: string[]): XmlScanner {
  let text = "";
  let inText = false;
  let reading = 0;
  return new XmlScanner({
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") reading += 1;
      if (name === "t") inText = reading === 0;
    },
    close: (name) => {
      if (name === "rPh") reading -= 1;
      if (name === "t") inText = false;
      if (name === "si") strings.push(unescapeText(text));
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
}

/** Characters that XML cannot hold stand as _x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
