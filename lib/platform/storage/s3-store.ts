import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { signS3 } from "./sign-s3";
import { BlobMissing, type BlobStore, type ByteRange, inPieces } from "./store";

export type S3Settings = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Where the bucket's name goes: into the path, or before the host. */
  addressing: "path" | "host";
};

/** The least that a part of a multipart upload may have, the last one aside; all that is held of a file. */
const PART = 5 * 1024 * 1024;

/**
 * How long is waited, in ms, before a request is sent again that got no answer or one that blames the store: stores
 * ask for that when they are busy, and a connection kept open may be closed by the other side as it is used.
 */
const PAUSES = [100, 400];

type Request = {
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Uint8Array<ArrayBuffer>;
};

/** Any store that speaks S3: AWS, MinIO, Ceph, OSS, COS, R2. What fits in one part is one request. */
export function s3Store(settings: S3Settings): BlobStore {
  const base = new URL(settings.endpoint);
  if (settings.addressing === "host") base.hostname = `${settings.bucket}.${base.hostname}`;
  const root =
    base.pathname.replace(/\/$/, "") + (settings.addressing === "path" ? `/${settings.bucket}` : "");

  async function ask(
    method: string,
    id: string,
    { query = {}, headers, body }: Request = {},
  ): Promise<Response> {
    const url = new URL(base);
    url.pathname = `${root}/${id}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    for (let tries = 0; ; tries += 1) {
      const signed = signS3({ method, url, headers, body, at: new Date() }, settings);
      const sent = fetch(url, { method, headers: signed, body, redirect: "error" });
      const wait = PAUSES[tries];
      if (wait === undefined) return sent;
      const answer = await sent.catch(() => null);
      if (answer && answer.status < 500) return answer;
      await answer?.body?.cancel();
      await pause(wait);
    }
  }

  /** A request that must succeed; its answer in text. */
  async function demand(method: string, id: string, request: Request = {}) {
    const answer = await ask(method, id, request);
    const text = await answer.text();
    // A multipart upload may fail in an answer that says 200.
    if (!answer.ok || text.includes("<Error>")) throw failure(method, answer.status, text);
    return { text, headers: answer.headers };
  }

  async function putParts(id: string, first: Buffer, pieces: AsyncIterator<Buffer>): Promise<void> {
    const { text } = await demand("POST", id, { query: { uploads: "" } });
    const uploadId = unescapeXml(/<UploadId>([^<]+)<\/UploadId>/.exec(text)?.[1] ?? "");
    if (!uploadId) throw failure("POST", 200, text);
    try {
      const tags: string[] = [];
      for (let piece: Buffer | undefined = first; piece; ) {
        const query = { partNumber: String(tags.length + 1), uploadId };
        const { headers } = await demand("PUT", id, { query, body: bytesOf(piece) });
        tags.push(headers.get("etag") ?? "");
        const next: IteratorResult<Buffer> = await pieces.next();
        piece = next.done ? undefined : next.value;
      }
      const parts = tags.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
      const body = new TextEncoder().encode(
        `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`,
      );
      await demand("POST", id, { query: { uploadId }, body });
    } catch (error) {
      await ask("DELETE", id, { query: { uploadId } }).catch(() => {});
      throw error;
    }
  }

  return {
    async put(id, source) {
      const pieces = inPieces(source, PART);
      const first = await pieces.next();
      if (first.done) throw new Error("nothing to keep");
      if (first.value.length === PART) return putParts(id, first.value, pieces);
      // Shorter than a part: the source has ended, but it is asked, since it may still refuse.
      await pieces.next();
      await demand("PUT", id, { body: bytesOf(first.value) });
    },

    async *get(id: string, range?: ByteRange) {
      const headers = range ? { range: `bytes=${range.start}-${range.end - 1}` } : undefined;
      const answer = await ask("GET", id, { headers });
      if (answer.status === 404) throw new BlobMissing(id);
      if (!answer.ok || !answer.body) throw failure("GET", answer.status, await answer.text());
      yield* answer.body;
    },

    async delete(id) {
      const answer = await ask("DELETE", id);
      if (!answer.ok && answer.status !== 404) throw failure("DELETE", answer.status, await answer.text());
      await answer.body?.cancel();
    },
  };
}

/** For the log: what the store said, without what was asked of it. */
function failure(method: string, status: number, text: string): Error {
  const code = /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ?? "";
  return new Error(`the S3 store answered ${method} with ${status} ${code}`.trim());
}

/** Buffers of ours are never on shared memory, which fetch would refuse. */
function bytesOf(piece: Buffer): Uint8Array<ArrayBuffer> {
  return piece as Uint8Array<ArrayBuffer>;
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => marks[name] ?? "");
}

const marks: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
