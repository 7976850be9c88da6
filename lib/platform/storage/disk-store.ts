import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BlobMissing, type BlobStore, type ByteRange } from "./store";

/** Files of a folder. With several instances the folder must be the same for all of them. */
export function diskStore(folder: string): BlobStore {
  // The end of an id is random, its beginning the time: 256 folders fill evenly.
  const pathOf = (id: string) => join(folder, id.slice(-2), id);
  return {
    async put(id, source) {
      const path = pathOf(id);
      const partial = `${path}.part`;
      await mkdir(dirname(path), { recursive: true });
      const file = await open(partial, "wx", 0o600);
      try {
        for await (const chunk of source) await file.writeFile(chunk);
        await file.sync();
        await file.close();
        await rename(partial, path);
      } catch (error) {
        await file.close().catch(() => {});
        await rm(partial, { force: true });
        throw error;
      }
    },

    async *get(id: string, range?: ByteRange) {
      const part = range && { start: range.start, end: range.end - 1 };
      try {
        for await (const chunk of createReadStream(pathOf(id), { ...part, highWaterMark: 256 * 1024 })) {
          yield chunk as Buffer;
        }
      } catch (error) {
        throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new BlobMissing(id) : error;
      }
    },

    async delete(id) {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}.part`, { force: true });
    },
  };
}
