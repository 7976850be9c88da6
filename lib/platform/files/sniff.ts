/** What a file is by its content; its name and its declared type are only somebody's word. */
export type FileShape = "xlsx" | "xls" | "protected" | "text" | "empty" | "unknown";

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ZIP = Buffer.from("504b0304", "hex");
/** Names of streams stand in an OLE file as UTF-16. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

export function sniffFile(bytes: Buffer): FileShape {
  if (bytes.length === 0) return "empty";
  if (bytes.subarray(0, 8).equals(OLE)) return bytes.includes(ENCRYPTED) ? "protected" : "xls";
  if (bytes.subarray(0, 4).equals(ZIP)) return bytes.includes("xl/workbook.xml") ? "xlsx" : "unknown";
  return looksLikeText(bytes.subarray(0, 65_536)) ? "text" : "unknown";
}

/** Text has no NUL (UTF-16 with its mark aside) and hardly any control characters. */
function looksLikeText(sample: Buffer): boolean {
  if (hasUtf16Mark(sample)) return true;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls <= sample.length / 1000;
}

export function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
