import { once } from "node:events";
import { createServer, request as httpRequest, type Server } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTokenSchema } from "@/lib/domain/tokens/schema";
import { createToken } from "@/lib/domain/tokens/service";
import type { Role } from "@/lib/platform/db/generated/enums";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, system, unique } from "@/lib/testing/factories";
import { pdf } from "@/lib/testing/sample-files";
import { GET } from "./[id]/file/route";
import { POST } from "./upload/[owner]/[id]/route";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const MB = 1024 * 1024;
let server: Server;
let port = 0;
let admin = "";

/** The two routes behind a real socket, the body handed on as it comes, as Next does. */
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", `http://localhost:${port}`);
    const [, , first = "", second = "", third = ""] = url.pathname.split("/");
    const sent = incoming.method === "POST";
    const request = new Request(url, {
      method: incoming.method ?? "GET",
      headers: new Headers(incoming.headers as Record<string, string>),
      ...(sent ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" as const } : {}),
    });
    const answer = sent
      ? POST(request, { params: Promise.resolve({ owner: second, id: third }) })
      : GET(request, { params: Promise.resolve({ id: first }) });
    void answer.then((response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (!response.body) return outgoing.end();
      return Readable.fromWeb(response.body as never).pipe(outgoing);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  await resetDatabase();
  admin = await tokenOf("ADMIN");
});

async function tokenOf(role: Role, mayWrite = true): Promise<string> {
  return (await createToken(system, createTokenSchema.parse({ role, mayWrite, name: unique("token") })))
    .token;
}

const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, accept: "application/json" });

async function send(firm: string, files: [name: string, bytes: Buffer][], token = admin) {
  const form = new FormData();
  form.set("kind", "LICENCE");
  for (const [name, bytes] of files) form.append("file", new Blob([new Uint8Array(bytes)]), name);
  const url = `http://127.0.0.1:${port}/attachments/upload/enterprises/${firm}`;
  const answer = await fetch(url, { method: "POST", headers: headersOf(token), body: form });
  return { status: answer.status, body: await answer.json() };
}

const get = (id: string, headers: Record<string, string> = {}, token = admin) =>
  fetch(`http://127.0.0.1:${port}/attachments/${id}/file`, { headers: { ...headersOf(token), ...headers } });

async function kept() {
  const client = await ownerClient();
  const { rows } = await client.query(`SELECT (SELECT count(*) FROM attachments)::int AS files,
    (SELECT count(*) FROM attachment_blobs)::int AS blobs, (SELECT count(*) FROM attachment_chunks)::int AS chunks`);
  return rows[0];
}

const nothing = { files: 0, blobs: 0, chunks: 0 };

/** The head of a form that promises a file, and its end. */
const opening = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`;
const closing = "\r\n--b--\r\n";

describe("an upload", () => {
  it("of several files keeps each, and tells of the first that is refused", async () => {
    const firm = await makeFirm();
    const { status, body } = await send(firm.id, [
      ["一.pdf", pdf()],
      ["page.html", Buffer.from("<html>".padEnd(100))],
      ["二.pdf", pdf(300_000)],
    ]);
    expect([status, body]).toMatchObject([400, { ok: false, message: "attachments.errors.type" }]);
    expect(await kept()).toEqual({ files: 2, blobs: 2, chunks: 3 });
  });

  it("by a token that only reads is refused before a byte of it is kept", async () => {
    const firm = await makeFirm();
    const { status, body } = await send(firm.id, [["a.pdf", pdf(MB)]], await tokenOf("ADMIN", false));
    expect([status, body.message]).toEqual([403, "api.errors.readsOnly"]);
    expect(await kept()).toEqual(nothing);
  });

  it("cut off half-way leaves nothing behind", async () => {
    const firm = await makeFirm();
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `POST /attachments/upload/enterprises/${firm.id} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${admin}\r\n` +
        `Accept: application/json\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n`,
    );
    socket.write(opening);
    socket.write(pdf(3 * MB));
    // Once the server has begun to keep it, and no sooner, the cable is pulled.
    await vi.waitFor(async () => expect((await kept()).chunks).toBeGreaterThan(2), { timeout: 20_000 });
    socket.destroy();
    await vi.waitFor(async () => expect(await kept()).toEqual(nothing), { timeout: 20_000 });
  });

  it("that a proxy ends politely in the middle is cut off too, and says so", async () => {
    const firm = await makeFirm();
    const body = Buffer.concat([Buffer.from(opening), pdf(MB)]);
    const answer = await fetch(`http://127.0.0.1:${port}/attachments/upload/enterprises/${firm.id}`, {
      method: "POST",
      headers: { ...headersOf(admin), "content-type": "multipart/form-data; boundary=b" },
      body: new Uint8Array(body),
    });
    expect(await answer.json()).toMatchObject({ ok: false, message: "attachments.errors.cutOff" });
    expect(await kept()).toEqual(nothing);
  });

  it("that is too large gets its answer though it is still sending, and is read no further than need be", async () => {
    const firm = await makeFirm();
    const sending = httpRequest({
      ...{ port, host: "127.0.0.1", method: "POST", path: `/attachments/upload/enterprises/${firm.id}` },
      headers: { ...headersOf(admin), "content-type": "multipart/form-data; boundary=b" },
    });
    const answered = once(sending, "response");
    sending.on("error", () => {}); // the connection may end before the last piece is out
    sending.write(opening);
    sending.write(pdf(MB));
    for (let i = 0; i < 52; i += 1) {
      if (!sending.write(Buffer.alloc(MB, 0x20))) await once(sending, "drain");
    }
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    sending.end(closing);
    response.resume();
    expect(await kept()).toEqual(nothing);
  });

  it("is answered before its body is looked at: wrong role, no such firm, nothing chosen", async () => {
    const firm = await makeFirm();
    const file: [string, Buffer][] = [["a.pdf", pdf()]];
    expect(await send(firm.id, file, await tokenOf("MANAGER"))).toMatchObject({ status: 403 });
    expect(await send(crypto.randomUUID(), file)).toMatchObject({ status: 404 });
    expect(await send("no-id", file)).toMatchObject({ status: 404 });
    expect(await send(firm.id, file, "wrong")).toMatchObject({ status: 401 });
    expect(await send(firm.id, [])).toMatchObject({ body: { message: "attachments.errors.missing" } });
    expect(await kept()).toEqual(nothing);
  });
});

describe("a download", () => {
  async function attached(name: string, bytes = pdf(700_000)) {
    const firm = await makeFirm();
    const { body } = await send(firm.id, [[name, bytes]]);
    return { id: String(body.ids[0]), bytes };
  }

  it("is saved under its own name, private, and can do nothing in a browser", async () => {
    const { id, bytes } = await attached("营业执照'(副本).pdf");
    const answer = await get(id);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "700000",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    const disposition = headers["content-disposition"] ?? "";
    expect(disposition).toMatch(/^attachment; /);
    const [, coded = ""] = /filename\*=UTF-8''(\S+)$/.exec(disposition) ?? [];
    expect(coded).not.toMatch(/['()*]/);
    expect(decodeURIComponent(coded)).toBe("营业执照'(副本).pdf");
  });

  it("goes on where it broke off", async () => {
    const { id, bytes } = await attached("a.pdf");
    const part = await get(id, { range: "bytes=300000-" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 300000-699999/700000"]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(300_000))).toBe(true);
    const last = await get(id, { range: "bytes=-10" });
    expect(Buffer.from(await last.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true);
    expect((await get(id, { range: "bytes=700000-" })).status).toBe(416);
    const changed = await get(id, { range: "bytes=5-", "if-range": '"another"' });
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, 700_000]);
  });

  it("of what is not there, or of nobody's token, is refused without a word of it", async () => {
    const { id } = await attached("secret name.pdf");
    expect((await get(crypto.randomUUID())).status).toBe(404);
    const stranger = await get(id, {}, "wrong");
    expect([stranger.status, await stranger.text()]).toEqual([401, expect.not.stringContaining("secret")]);
  });
});

it("several large files at once, up and down, cost a few MB each", async () => {
  const firm = await makeFirm();
  const COUNT = 4;
  const piece = Buffer.alloc(MB, 0x41);
  /** Sends 49 MB out of one buffer, so that what grows is the server's. */
  async function upload(): Promise<string> {
    const sending = httpRequest({
      ...{ port, host: "127.0.0.1", method: "POST", path: `/attachments/upload/enterprises/${firm.id}` },
      headers: { ...headersOf(admin), "content-type": "multipart/form-data; boundary=b" },
    });
    const answered = once(sending, "response");
    sending.write(opening);
    sending.write(pdf(1000));
    for (let i = 0; i < 49; i += 1) if (!sending.write(piece)) await once(sending, "drain");
    sending.end(closing);
    const [response] = await answered;
    let text = "";
    for await (const chunk of response) text += chunk;
    return JSON.parse(text).ids[0];
  }
  async function download(id: string): Promise<number> {
    let size = 0;
    for await (const chunk of (await get(id)).body ?? []) size += (chunk as Uint8Array).byteLength;
    return size;
  }
  const ids = [await upload()]; // what is loaded and kept for good the first time is not what is measured
  await download(ids[0] ?? "");
  let most = 0;
  /** What is in use, less what only waits to be collected. */
  const held = () => {
    collect();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return arrayBuffers + heapUsed;
  };
  const before = held();
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 500);
  ids.push(...(await Promise.all(Array.from({ length: COUNT }, upload))));
  const sizes = await Promise.all(ids.map(download));
  clearInterval(watch);
  expect(new Set(sizes)).toEqual(new Set([49 * MB + 1000]));
  // Both ends of each connection are in this process, and so is what waits between them while a busy machine serves
  // others: more than the server's part, and still far from the 49 MB of a file that is held.
  const each = (most - before) / MB / COUNT;
  expect(each, `${each.toFixed(1)} MB each`).toBeLessThan(20);
}, 120_000);
