import "server-only";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";

export const ZIP_TYPE = "application/zip";

/** A file of an archive, whole. */
export type ZipFile = { name: string; bytes: Uint8Array };

/** What the format's plain form can count. */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/**
 * An archive, written while its files are made: one of them is held at a time, and the next is asked for once the reader
 * has taken it. Stored as they are, since workbooks are packed already.
 * @param at when the files were made
 */
export function streamZip(files: AsyncIterable<ZipFile>, at: Date): ReadableStream<Uint8Array> {
  const pieces = Readable.from(toPieces(files, at), { objectMode: true, highWaterMark: 1 });
  return Readable.toWeb(pieces) as ReadableStream<Uint8Array>;
}

async function* toPieces(files: AsyncIterable<ZipFile>, at: Date): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, bytes } of files) {
    const [local, central] = toHeaders(Buffer.from(name), bytes, at, offset);
    directory.push(central);
    offset += local.length + bytes.length;
    if (directory.length > MOST_FILES || offset > MOST_BYTES)
      throw new RangeError("more than an archive holds");
    yield local;
    yield bytes;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([list, end]);
}

/** What stands before a file, and what the list at the end says of it. */
function toHeaders(name: Buffer, bytes: Uint8Array, at: Date, offset: number): [Buffer, Buffer] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  // From the version on, both headers say the same.
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(UTF8, 2);
  shared.writeUInt16LE(time, 6);
  shared.writeUInt16LE(date, 8);
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(bytes.length, 14);
  shared.writeUInt32LE(bytes.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("504b0304", "hex"), shared, name]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from("504b01021400", "hex"), shared, rest, name]);
  return [local, central];
}
