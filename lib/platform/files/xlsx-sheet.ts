import { fromDayNumber } from "../dates/civil";
import { fileRefused } from "./file-error";
import { unescapeText } from "./xlsx-parts";
import { attributeOf, XmlScanner } from "./xml";

/** A sheet as it stands: rows with their own numbers, every cell as text; merged ranges as `A1:B2`. */
export type Sheet = { name: string; rows: { n: number; cells: string[] }[]; merges: string[] };

export type SheetContext = { strings: string[]; dates: boolean[]; date1904: boolean; maxRows: number };

const MAX_COLUMNS = 200;
const MAX_MERGES = 50_000;
/** Days from 1970-01-01 back to the day before a spreadsheet's first. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const SHEET_ERROR = "#N/A";

type Cell = { column: number; type: string; style: number; value: string; formula: boolean };

/** Fills a sheet from its XML: of a formula the value it last showed, never the formula itself. */
export function sheetScanner(sheet: Sheet, context: SheetContext): XmlScanner {
  let row: Sheet["rows"][number] = { n: 0, cells: [] };
  let cell: Cell | null = null;
  let inValue = false;
  let reading = 0;
  let column = -1;
  return new XmlScanner({
    open: (name, attributes) => {
      switch (name) {
        case "row":
          row = { n: Number(attributeOf(attributes, "r") ?? row.n + 1), cells: [] };
          column = -1;
          break;
        case "c":
          column = columnOf(attributeOf(attributes, "r")) ?? column + 1;
          cell = {
            column,
            type: attributeOf(attributes, "t") ?? "n",
            style: Number(attributeOf(attributes, "s") ?? 0),
            value: "",
            formula: false,
          };
          break;
        case "f":
          if (cell) cell.formula = true;
          break;
        case "rPh":
          reading += 1;
          break;
        case "v":
        case "t":
          inValue = cell !== null && reading === 0;
          break;
        case "mergeCell":
          if (sheet.merges.length < MAX_MERGES) sheet.merges.push(attributeOf(attributes, "ref") ?? "");
          break;
      }
    },
    text: (piece) => {
      if (inValue && cell) cell.value += piece;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "rPh") reading -= 1;
      else if (name === "c" && cell) {
        place(row.cells, cell, context);
        cell = null;
      } else if (name === "row") {
        if (row.cells.length > 0) sheet.rows.push(row);
        if (sheet.rows.length > context.maxRows) throw fileRefused("tooManyRows", { max: context.maxRows });
      }
    },
  });
}

function place(cells: string[], cell: Cell, context: SheetContext): void {
  if (cell.column >= MAX_COLUMNS) return;
  const text = toText(cell, context);
  if (text === "") return;
  while (cells.length < cell.column) cells.push("");
  cells[cell.column] = text;
}

function toText({ type, style, value, formula }: Cell, context: SheetContext): string {
  switch (type) {
    case "s":
      return context.strings[Number(value)] ?? "";
    case "inlineStr":
      return unescapeText(value);
    case "str":
      // A formula that was never worked out has nothing to say; it is not worked out here either.
      return value === "" && formula ? SHEET_ERROR : unescapeText(value);
    case "b":
      return value === "1" ? "true" : "false";
    case "e":
      return value || SHEET_ERROR;
    case "d":
      return value.slice(0, 10);
    default:
      if (value === "") return formula ? SHEET_ERROR : "";
      return fromNumber(Number(value), context.dates[style] === true, context.date1904);
  }
}

function fromNumber(value: number, isDate: boolean, date1904: boolean): string {
  if (!Number.isFinite(value)) return SHEET_ERROR;
  if (isDate && value >= 1 && value < 2_958_466) {
    const day = Math.floor(value);
    // The calendar of 1900 counts a 29 February that never was.
    return fromDayNumber(date1904 ? day - EPOCH_1904 : day - EPOCH_1900 + (day < 60 ? 1 : 0));
  }
  // As many digits as a spreadsheet keeps, without the noise of binary fractions.
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e21) return BigInt(rounded).toString();
  return /e/.test(String(rounded)) ? rounded.toFixed(12).replace(/\.?0+$/, "") : String(rounded);
}

/** A1 is 0, B7 is 1; null where the cell does not say. */
function columnOf(ref: string | null): number | null {
  if (!ref) return null;
  let column = 0;
  for (let i = 0; i < ref.length; i += 1) {
    const letter = ref.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
