import { createHash, createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { brokenOff, bytesOf } from "@/lib/testing/sample-files";
import { databaseStore } from "./database-store";
import { diskStore } from "./disk-store";
import { s3Store } from "./s3-store";
import { signS3 } from "./sign-s3";
import type { BlobStore, ByteRange } from "./store";

const keys = { region: "zone-1", accessKeyId: "AKEY", secretAccessKey: "a secret/with+marks" };

/** A small S3: keeps objects and unfinished uploads, and refuses what is not signed as AWS says it must be. */
class FakeS3 {
  objects = new Map<string, Buffer>();
  uploads = new Map<string, Map<number, Buffer>>();
  failPart = 0;
  /** So many requests from now on get no answer, and as many after them one that says "busy". */
  breaks = 0;
  busy = 0;
  largest = 0;

  async answer(request: IncomingMessage): Promise<[number, string | Buffer, Record<string, string>?]> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    this.largest = Math.max(this.largest, body.length);
    if (this.breaks-- > 0) {
      request.socket.destroy();
      return [500, ""]; // which nobody hears
    }
    if (this.busy-- > 0) return [503, "<Error><Code>SlowDown</Code></Error>"];
    if (!signedRightly(request, body)) return [403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"];
    const url = new URL(request.url ?? "/", "http://x");
    const key = url.pathname;
    const upload = url.searchParams.get("uploadId") ?? "";
    const parts = this.uploads.get(upload);
    switch (request.method) {
      case "POST": {
        if (url.searchParams.has("uploads")) {
          const id = `${randomUUID()}&<1>`;
          this.uploads.set(id, new Map());
          return [200, `<X><UploadId>${id.replace("&", "&amp;").replace("<", "&lt;")}</UploadId></X>`];
        }
        if (!parts) return [404, "<Error><Code>NoSuchUpload</Code></Error>"];
        const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"(\w+)"<\/ETag>/g)];
        const chosen = named.map(([, n]) => parts.get(Number(n)) ?? Buffer.alloc(0));
        this.objects.set(key, Buffer.concat(chosen));
        this.uploads.delete(upload);
        return [200, "<CompleteMultipartUploadResult/>"];
      }
      case "PUT": {
        if (!upload) this.objects.set(key, body);
        else {
          const number = Number(url.searchParams.get("partNumber"));
          if (number === this.failPart) return [500, "<Error><Code>InternalError</Code></Error>"];
          parts?.set(number, body);
        }
        return [200, "", { etag: `"${createHash("md5").update(body).digest("hex")}"` }];
      }
      case "DELETE":
        if (upload) this.uploads.delete(upload);
        else this.objects.delete(key);
        return [204, ""];
      default: {
        const found = this.objects.get(key);
        if (!found) return [404, "<Error><Code>NoSuchKey</Code></Error>"];
        const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
        return from ? [206, found.subarray(Number(from), Number(to) + 1)] : [200, found];
      }
    }
  }
}

/** Works the signature out again from what arrived, by the description and not by the code under test. */
function signedRightly(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = "" } = request.headers;
  const [, scope = "", names = "", signature] =
    /Credential=AKEY\/(\S+),SignedHeaders=(\S+),Signature=(\w+)$/.exec(authorization) ?? [];
  const hash = createHash("sha256").update(body).digest("hex");
  if (request.headers["x-amz-content-sha256"] !== hash) return false;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const pairs = query
    .split("&")
    .filter(Boolean)
    .map((pair) => (pair.includes("=") ? pair : `${pair}=`));
  const canonical = `${request.method}\n${path}\n${pairs.sort().join("&")}\n${names
    .split(";")
    .map((name) => `${name}:${request.headers[name]}\n`)
    .join("")}\n${names}\n${hash}`;
  const digest = createHash("sha256").update(canonical).digest("hex");
  const text = `AWS4-HMAC-SHA256\n${request.headers["x-amz-date"]}\n${scope}\n${digest}`;
  let key: Buffer | string = `AWS4${keys.secretAccessKey}`;
  for (const part of [...scope.split("/"), text]) key = createHmac("sha256", key).update(part).digest();
  return (key as Buffer).toString("hex") === signature;
}

const s3 = new FakeS3();
let server: Server;
const folder = mkdtempSync(join(tmpdir(), `tenantry-test-${process.pid}-`));
const stores: Record<string, BlobStore> = { database: databaseStore, disk: diskStore(folder) };
const names = ["database", "disk", "s3"];

beforeAll(async () => {
  server = createServer((request, response) => {
    void s3.answer(request).then(([status, body, headers]) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const at = { endpoint: `http://127.0.0.1:${port}/base`, bucket: "papers", addressing: "path" } as const;
  stores.s3 = s3Store({ ...keys, ...at });
});
beforeEach(async () => {
  await resetDatabase();
  Object.assign(s3, { failPart: 0, breaks: 0, busy: 0, largest: 0 });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const storeOf = (name: string) => stores[name] as BlobStore;
const newBlob = () => randomUUID();

async function all(store: BlobStore, id: string, range?: ByteRange): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.get(id, range)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Everything that a store holds of a file, whole or not. */
async function left(name: string, id: string): Promise<number> {
  if (name === "s3") return s3.uploads.size + [...s3.objects.keys()].filter((key) => key.endsWith(id)).length;
  if (name === "disk") {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.includes(id))
      .length;
  }
  const client = await ownerClient();
  const { rowCount } = await client.query("SELECT FROM attachment_chunks WHERE blob_id = $1", [id]);
  return rowCount ?? 0;
}

const sized = (size: number) =>
  Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) % 251));

describe.each(names)("the store %s", (name) => {
  it.each([1, 256 * 1024, 256 * 1024 + 1, 700_001])("gives back %i bytes as they came", async (size) => {
    const [id, bytes] = [newBlob(), sized(size)];
    await storeOf(name).put(id, bytesOf(bytes, 50_000));
    expect((await all(storeOf(name), id)).equals(bytes)).toBe(true);
  });

  it("gives a part: across pieces, the first byte, the last", async () => {
    const [id, bytes] = [newBlob(), sized(700_001)];
    await storeOf(name).put(id, bytesOf(bytes));
    for (const [start, end] of [
      [0, 1],
      [262_000, 262_500],
      [100, 700_001],
      [700_000, 700_001],
    ] as const) {
      expect((await all(storeOf(name), id, { start, end })).equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  it("keeps nothing of what breaks off", async () => {
    const id = newBlob();
    await expect(storeOf(name).put(id, brokenOff(sized(600_000)))).rejects.toThrow("aborted");
    expect(await left(name, id)).toBe(0);
  });

  it("forgets, once and again, and then has none", async () => {
    const id = newBlob();
    await storeOf(name).put(id, bytesOf(sized(10)));
    await storeOf(name).delete(id);
    await storeOf(name).delete(id);
    expect(await left(name, id)).toBe(0);
    await expect(all(storeOf(name), id)).rejects.toMatchObject({ name: "BlobMissing" });
  });

  it("stops when the reader does", async () => {
    const id = newBlob();
    await storeOf(name).put(id, bytesOf(sized(900_000)));
    for await (const piece of storeOf(name).get(id)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect((await all(storeOf(name), id)).length).toBe(900_000);
  });
});

describe("an S3 store", () => {
  it("is sent a large file in parts of 5 MB, and never more at once", async () => {
    const [id, bytes] = [newBlob(), sized(12_000_000)];
    await storeOf("s3").put(id, bytesOf(bytes, 70_000));
    expect(s3.largest).toBe(5 * 1024 * 1024);
    expect((await all(storeOf("s3"), id)).equals(bytes)).toBe(true);
    expect(s3.uploads.size).toBe(0);
  });

  it("is asked again where a connection breaks or the store is busy, and not for ever", async () => {
    const [id, bytes] = [newBlob(), sized(11_000_000)];
    Object.assign(s3, { breaks: 1, busy: 1 });
    await storeOf("s3").put(id, bytesOf(bytes));
    expect((await all(storeOf("s3"), id)).equals(bytes)).toBe(true);
    s3.breaks = 3;
    await expect(all(storeOf("s3"), id)).rejects.toThrow("fetch failed");
    s3.busy = 3;
    await expect(all(storeOf("s3"), id)).rejects.toThrow("503 SlowDown");
    expect((await all(storeOf("s3"), id)).length).toBe(11_000_000);
  });

  it("takes the parts back where one fails, and where the sender breaks off", async () => {
    s3.failPart = 2;
    await expect(storeOf("s3").put(newBlob(), bytesOf(sized(11_000_000)))).rejects.toThrow("InternalError");
    s3.failPart = 0;
    await expect(storeOf("s3").put(newBlob(), brokenOff(sized(11_000_000)))).rejects.toThrow("aborted");
    expect(s3.uploads.size).toBe(0);
  });

  it("is asked nothing with a wrong key", async () => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const at = { endpoint: `http://127.0.0.1:${port}`, bucket: "papers", addressing: "path" } as const;
    const stranger = s3Store({ ...keys, ...at, secretAccessKey: "another" });
    await expect(stranger.put(newBlob(), bytesOf(sized(5)))).rejects.toThrow("SignatureDoesNotMatch");
  });

  it("signs as the example in AWS's own description", () => {
    const headers = signS3(
      {
        method: "GET",
        url: new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
        headers: { range: "bytes=0-9" },
        at: new Date("2013-05-24T00:00:00Z"),
      },
      {
        region: "us-east-1",
        accessKeyId: "AKIAIOSFODNN7EXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      },
    );
    expect(headers.authorization).toMatch(
      /f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/,
    );
  });
});
