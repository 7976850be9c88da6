import "server-only";
import { pool } from "../db/client";
import { BlobMissing, type BlobStore, type ByteRange, inPieces } from "./store";

/** One row each: small enough that many uploads at once cost little, large enough that a file is few statements. */
const PIECE = 256 * 1024;
/** Read in slices of a row: bytes come as text of twice their length, and small texts are soon collected. */
const SLICE = 64 * 1024;

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
    const end = range?.end ?? Number.POSITIVE_INFINITY;
    for (let at = range?.start ?? 0; at < end; ) {
      const within = at % PIECE;
      const { rows } = await pool().query<{ bytes: Buffer }>({
        name: "attachment-chunk-out",
        text: `SELECT substring(bytes FROM $3 FOR $4) AS bytes FROM attachment_chunks
          WHERE blob_id = $1 AND position = $2`,
        values: [id, Math.floor(at / PIECE), within + 1, Math.min(SLICE, end - at, PIECE - within)],
      });
      const bytes = rows[0]?.bytes;
      if (bytes && bytes.length > 0) yield bytes;
      // The end of the last row, or of rows that fill up to the byte; a part that was asked for is there.
      else if (range || at === 0) throw new BlobMissing(id);
      else return;
      at += bytes.length;
    }
  },

  async delete(id) {
    await pool().query("DELETE FROM attachment_chunks WHERE blob_id = $1", [id]);
  },
};
