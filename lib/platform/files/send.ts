import { toStream } from "./body";
import { downloadHeaders } from "./file-table";

type Sent = { fileName: string; mediaType: string; size: number; sha256: string };
type Part = { start: number; end: number };

/**
 * Hands out a file that somebody sent us: always to be saved, never to be shown in place, and should a browser show it
 * all the same, without scripts, forms or our address. A part of it where one is asked for, so that a download that
 * broke off goes on.
 */
export async function sendFile(
  request: Request,
  file: Sent,
  read: (part?: Part) => AsyncIterable<Uint8Array>,
): Promise<Response> {
  const tag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    ...downloadHeaders(file.fileName, file.mediaType),
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "accept-ranges": "bytes",
    etag: tag,
  };
  // A part of another version would be put together with what is there already.
  const condition = request.headers.get("if-range");
  const asked = condition === null || condition === tag ? request.headers.get("range") : null;
  const part = partOf(asked, file.size);
  if (part === "outside") {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${file.size}` } });
  }
  if (request.method === "HEAD") {
    return new Response(null, { headers: { ...headers, "content-length": String(file.size) } });
  }
  const body = toStream(await begun(read(part ?? undefined)));
  if (!part) return new Response(body, { headers: { ...headers, "content-length": String(file.size) } });
  return new Response(body, {
    status: 206,
    headers: {
      ...headers,
      "content-length": String(part.end - part.start),
      "content-range": `bytes ${part.start}-${part.end - 1}/${file.size}`,
    },
  });
}

/** One range; several at once, or what is no range, gets the whole file. */
function partOf(asked: string | null, size: number): Part | "outside" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? "") ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  return start < end ? { start, end } : "outside";
}

/** Asked for its first piece before the answer begins, so that a store that fails is an error and no empty file. */
async function begun(pieces: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  return (async function* () {
    try {
      for (let next = first; !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  })();
}
