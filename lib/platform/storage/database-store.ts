import "server-only";
import { pool } from "../db/client";
import { BlobMissing, type BlobStore, type ByteRange, inPieces } from "./store";

/** One row each: small enough that many uploads at once cost little, large enough that a file is few statements. */
const PIECE = 256 * 1024;

/** Bytes beside the records, in rows of their own: one backup holds both. The default. */
export const databaseStore: BlobStore = {
  async put(id, source) {
    try {
      let position = 0;
      for await (const piece of inPieces(source, PIECE)) {
        await pool().query({
          name: "attachment-chunk-in",
          text: "INSERT INTO attachment_chunks (blob_id, position, bytes) VALUES ($1, $2, $3)",
          values: [id, position, piece],
        });
        position += 1;
      }
    } catch (error) {
      // Where the database itself is gone this fails too, and what is left is swept later.
      await this.delete(id).catch(() => {});
      throw error;
    }
  },

  async *get(id: string, range?: ByteRange) {
    const start = range?.start ?? 0;
    const end = range?.end ?? Number.POSITIVE_INFINITY;
    for (let position = Math.floor(start / PIECE); position * PIECE < end; position += 1) {
      const { rows } = await pool().query<{ bytes: Buffer }>({
        name: "attachment-chunk-out",
        text: "SELECT bytes FROM attachment_chunks WHERE blob_id = $1 AND position = $2",
        values: [id, position],
      });
      const bytes = rows[0]?.bytes;
      if (!bytes) {
        if (range || position === 0) throw new BlobMissing(id);
        return;
      }
      const from = position * PIECE;
      yield bytes.subarray(Math.max(0, start - from), Math.min(bytes.length, end - from));
      if (bytes.length < PIECE) return;
    }
  },

  async delete(id) {
    await pool().query("DELETE FROM attachment_chunks WHERE blob_id = $1", [id]);
  },
};
