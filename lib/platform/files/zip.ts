import { once } from "node:events";
import { createInflateRaw } from "node:zlib";
import { AppError } from "../errors/app-error";
import { fileRefused } from "./file-error";

/** One file of an archive: where its compressed bytes lie, and what the archive says of it. */
export type ZipEntry = { name: string; method: number; crc: number; packed: Buffer; size: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 2_000;

/** The archive's own list of its files; nothing is inflated. @throws AppError for what is no whole archive */
export function listZip(bytes: Buffer, most = MAX_ENTRIES): ZipEntry[] {
  try {
    return readDirectory(bytes, most);
  } catch {
    throw fileRefused("broken");
  }
}

/** Whether it begins as an archive does, and holds no workbook of its own: then its files are meant. */
export function isArchive(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== LOCAL) return false;
  return !listZip(bytes, 0xffff).some(({ name }) => name === "xl/workbook.xml");
}

const strict = new TextDecoder("utf-8", { fatal: true });

/** Archives of a Chinese Windows write names in its own encoding, and do not say so. */
function nameOf(bytes: Buffer): string {
  try {
    return strict.decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function readDirectory(bytes: Buffer, most: number): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0 || count > most) throw new RangeError("entries");
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new RangeError("directory");
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const packedSize = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const local = bytes.readUInt32LE(at + 42);
    if (flags & 1 || (method !== 0 && method !== 8)) throw new RangeError("method");
    if (bytes.readUInt32LE(local) !== LOCAL) throw new RangeError("local");
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + packedSize > bytes.length) throw new RangeError("size");
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/"),
      method,
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.subarray(start, start + packedSize),
      size: bytes.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new RangeError("end");
}

/**
 * Inflates an entry piece by piece, never more than `limit` bytes of it, whatever the archive declares.
 * @returns how many bytes it has
 */
export async function inflateEntry(
  entry: ZipEntry,
  limit: number,
  take: (piece: Buffer) => void,
): Promise<number> {
  if (entry.method === 0) {
    if (entry.packed.length > limit) throw fileRefused("tooMuchInside");
    take(entry.packed);
    return entry.packed.length;
  }
  const inflater = createInflateRaw();
  let size = 0;
  inflater.on("data", (piece: Buffer) => {
    size += piece.length;
    if (size > limit) return inflater.destroy(fileRefused("tooMuchInside"));
    try {
      take(piece);
    } catch (error) {
      // A refusal by whoever reads stops the inflating too.
      inflater.destroy(error as Error);
    }
  });
  inflater.end(entry.packed);
  await once(inflater, "end").catch((error: Error) => {
    throw error instanceof AppError ? error : fileRefused("broken");
  });
  return size;
}
