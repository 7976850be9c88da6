import type { ZipEntry } from "./zip";

/**
 * The given entries alone, as a new archive in the order given. Their compressed bytes are passed on as they
 * are; what else an archive hides between its entries stays behind.
 */
export function* packZip(entries: ZipEntry[]): Generator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    writeFacts(local, 8, entry, name.length);
    yield local;
    yield name;
    if (entry.packed.length > 0) yield entry.packed;
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    writeFacts(central, 10, entry, name.length);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    offset += local.length + name.length + entry.packed.length;
  }
  const list = Buffer.concat(directory);
  yield list;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}

/** Method, time, checksum, sizes and the name's length stand side by side in both kinds of header. */
function writeFacts(header: Buffer, at: number, entry: ZipEntry, nameLength: number): void {
  header.writeUInt16LE(entry.method, at);
  header.writeUInt32LE(entry.crc, at + 6);
  header.writeUInt32LE(entry.packed.length, at + 10);
  header.writeUInt32LE(entry.size, at + 14);
  header.writeUInt16LE(nameLength, at + 18);
}
