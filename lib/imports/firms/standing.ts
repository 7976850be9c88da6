import type { CellReader } from "../cells";
import { noFirm } from "../projects/read";
import type { FirmBook } from "./book";

/** The firm of a row that may only speak of a firm that is there: a list of people or of counts adds none. */
export function needStandingFirm(cell: CellReader, book: FirmBook): string | null {
  const record = {
    ...noFirm,
    nameZh: cell.text("name_zh"),
    nameEn: cell.text("name_en"),
    uscc: cell.identifier("uscc", "USCC"),
    uen: cell.identifier("uen", "UEN"),
  };
  if (cell.failed) return null;
  const ref = book.resolve(cell, record);
  if (!ref) return null;
  return ref.id ?? cell.refuse("name_zh", "FIRM_UNKNOWN", "imports.errors.firmUnknown");
}
