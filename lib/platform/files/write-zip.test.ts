import { expect, it } from "vitest";
import { streamZip, type ZipFile } from "./write-zip";
import { inflateEntry, listZip } from "./zip";

const at = new Date("2022-11-01T08:30:00Z");
const bytesOf = async (files: AsyncIterable<ZipFile>) =>
  Buffer.from(await new Response(streamZip(files, at)).arrayBuffer());

it("an archive is read again with its names and bytes", async () => {
  async function* files() {
    yield { name: "001-OH1-某某科技有限公司.xlsx", bytes: Buffer.from("one") };
    yield { name: "002-b.xlsx", bytes: Buffer.alloc(70_000, 7) };
    yield { name: "empty", bytes: Buffer.alloc(0) };
  }
  const entries = listZip(await bytesOf(files()));
  expect(entries.map(({ name, size, crc }) => [name, size, crc])).toEqual([
    ["001-OH1-某某科技有限公司.xlsx", 3, 0x7a6c86f1],
    ["002-b.xlsx", 70_000, expect.any(Number)],
    ["empty", 0, 0],
  ]);
  const [first] = entries;
  const pieces: Buffer[] = [];
  if (first) await inflateEntry(first, 100, (piece) => pieces.push(piece));
  expect(Buffer.concat(pieces).toString()).toBe("one");
});

it("makes the next file when the reader has taken the last, and no more of them once the reader leaves", async () => {
  let made = 0;
  async function* endless() {
    for (;;) {
      made += 1;
      yield { name: `${made}`, bytes: Buffer.alloc(100_000) };
    }
  }
  const reader = streamZip(endless(), at).getReader();
  for (let piece = 0; piece < 4; piece += 1) await reader.read();
  // Two files were taken; a few more may wait at the door.
  expect(made).toBeLessThan(8);
  await reader.cancel();
  const then = made;
  await new Promise((resume) => setTimeout(resume, 20));
  expect(made).toBe(then);
});

it("names in an archive of a Chinese Windows are read as they were written", async () => {
  async function* files() {
    yield { name: "xxxx.xlsx", bytes: Buffer.from("1") };
  }
  const bytes = await bytesOf(files());
  // 企业 in GB18030, in place of four letters, in the list at the end.
  const gb = Buffer.from("c6f3d2b5", "hex");
  gb.copy(bytes, bytes.lastIndexOf("xxxx"));
  expect(listZip(bytes).map(({ name }) => name)).toEqual(["企业.xlsx"]);
});
