import type { Cluster } from "../../platform/db/generated/enums";
import type { CellReader } from "../cells";
import { clusterWords, countryWords } from "../words";
import type { FirmRecord } from "./types";

/** The columns of a firm, in whatever file they stand. */
export function readFirm(cell: CellReader): FirmRecord {
  const contactName = cell.text("contact_name", 80);
  const contactPhone = cell.text("contact_phone", 40);
  const contactEmail = readEmail(cell);
  return {
    id: cell.text("id", 40),
    nameZh: cell.text("name_zh"),
    nameEn: cell.text("name_en"),
    uscc: cell.identifier("uscc", "USCC"),
    uen: cell.identifier("uen", "UEN"),
    country: cell.choice("country", countryWords),
    // The vocabulary holds clusters alone.
    cluster: cell.choice("cluster", clusterWords) as Cluster | null,
    sectorCode: cell.text("sector_code", 10)?.normalize("NFKC") ?? null,
    contactName: contactName ?? contactPhone ?? contactEmail,
    contactPhone,
    contactEmail,
  };
}

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

function readEmail(cell: CellReader): string | null {
  const text =
    cell
      .text("contact_email")
      ?.normalize("NFKC")
      .replace(/^mailto:/i, "") ?? null;
  if (text === null || EMAIL.test(text)) return text;
  return cell.refuse("contact_email", "EMAIL", "errors.email");
}
