import { AppError } from "../errors/app-error";
import { fileRefused } from "./file-error";
import {
  type Book,
  bookScanner,
  type Relation,
  relationScanner,
  scanPart,
  stringScanner,
  styleScanner,
} from "./xlsx-parts";
import { type Sheet, sheetScanner } from "./xlsx-sheet";
import type { XmlScanner } from "./xml";
import { listZip, type ZipEntry } from "./zip";

/** A workbook may unfold to this much, and a part of it to so many times its packed size. */
const MAX_INSIDE = 200 * 1024 * 1024;
const MAX_RATIO = 250;
const ALWAYS = 20 * 1024 * 1024;

/**
 * The visible sheets of a workbook with the values that they show. Read here and not by the library that writes
 * workbooks: its streaming reader breaks a character that lies across two pieces, and with Chinese some always do.
 * What a part unfolds to is counted while it unfolds, so a small file cannot fill the memory. @throws AppError
 */
export async function readWorkbook(
  bytes: Buffer,
  limits: { rows: number; inside?: Allowance },
): Promise<Sheet[]> {
  const entries = new Map(listZip(bytes).map((entry) => [entry.name, entry]));
  const parts = new Parts(entries, limits.inside ?? { left: MAX_INSIDE });
  try {
    return await readSheets(parts, limits.rows);
  } catch (error) {
    throw error instanceof AppError ? error : fileRefused("broken");
  }
}

async function readSheets(parts: Parts, maxRows: number): Promise<Sheet[]> {
  const book: Book = { sheets: [], date1904: false };
  const relations = new Map<string, Relation>();
  const strings: string[] = [];
  const dates: boolean[] = [];
  await parts.scan("xl/workbook.xml", bookScanner(book));
  await parts.scan("xl/_rels/workbook.xml.rels", relationScanner(relations));
  for (const { type, target } of relations.values()) {
    if (type === "styles") await parts.scan(target, styleScanner(dates));
    if (type === "sharedStrings") await parts.scan(target, stringScanner(strings));
  }
  const sheets: Sheet[] = [];
  for (const { name, id, hidden } of book.sheets) {
    const relation = relations.get(id);
    if (hidden || relation?.type !== "worksheet") continue;
    const sheet: Sheet = { name, rows: [], merges: [] };
    const context = { strings, dates, date1904: book.date1904, maxRows };
    await parts.scan(relation.target, sheetScanner(sheet, context));
    sheets.push(sheet);
  }
  if (sheets.length === 0) throw fileRefused("broken");
  return sheets;
}

/** How many bytes may still be unfolded; many files may have one together. */
export type Allowance = { left: number };

/** The parts of an archive, with one allowance for all that they unfold to. */
class Parts {
  constructor(
    private readonly entries: Map<string, ZipEntry>,
    private readonly inside: Allowance,
  ) {}

  /** @throws AppError where the part is missing or too large */
  async scan(name: string, scanner: XmlScanner): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) throw fileRefused("broken");
    const limit = Math.min(this.inside.left, Math.max(ALWAYS, entry.packed.length * MAX_RATIO));
    try {
      this.inside.left -= await scanPart(entry, limit, scanner);
    } catch (error) {
      // Whatever it unfolded to before it was stopped was unfolded.
      this.inside.left -= limit;
      throw error;
    }
  }
}
