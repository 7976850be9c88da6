import { attachmentRefused } from "./content-check";

/** What is still taken of a body after its answer is settled, so that a browser in mid-sending gets to read it. */
const MAX_REST = 64 * 1024 * 1024;

/**
 * A request's body piece by piece. Whoever stops taking leaves it as it is: cancelling would end the connection
 * before the answer is out. One that breaks off is told in words.
 */
export function readBody(body: ReadableStream<Uint8Array> | null) {
  const reader = body?.getReader();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = await reader?.read().catch(() => {
        throw attachmentRefused("cutOff");
      });
      if (!next || next.done) return;
      yield next.value;
    }
  }
  /** Takes what is left and forgets it, up to a limit; beyond that the connection is ended. */
  async function passOver(): Promise<void> {
    if (!reader) return;
    let left = MAX_REST;
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        left -= next.value.byteLength;
        if (left < 0) return await reader.cancel();
      }
    } catch {
      // It broke off: there is nothing left to take, and nobody to tell.
    }
  }
  return { pieces: pieces(), passOver };
}

/** An answer's body from pieces, each asked for when the reader is ready for it. */
export function toStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
