/** A part of a file's bytes; `end` is the first byte that is no longer wanted. */
export type ByteRange = { start: number; end: number };

/** Where bytes are kept under an id. Nothing holds a whole file: both ways go piece by piece, as the other end takes. */
export interface BlobStore {
  /** Keeps all that comes. Where the source or the store fails it throws, and nothing of it stays. */
  put(id: string, source: AsyncIterable<Uint8Array>): Promise<void>;
  get(id: string, range?: ByteRange): AsyncIterable<Uint8Array>;
  /** What is not there is gone already. */
  delete(id: string): Promise<void>;
}

/** What a store answers for bytes that it should have and has not. */
export class BlobMissing extends Error {
  constructor(id: string) {
    super(`the bytes of ${id} are not in the store`);
    this.name = "BlobMissing";
  }
}

/** Pieces of one size, and a last one of what is left. */
export async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    let rest = chunk;
    while (length + rest.byteLength >= size) {
      const taken = size - length;
      yield Buffer.concat([...held, rest.subarray(0, taken)]);
      rest = rest.subarray(taken);
      held = [];
      length = 0;
    }
    if (rest.byteLength > 0) held.push(rest);
    length += rest.byteLength;
  }
  if (length > 0) yield Buffer.concat(held);
}
