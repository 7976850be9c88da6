import { deflateRawSync } from "node:zlib";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { streamZip, type ZipFile } from "@/lib/platform/files/write-zip";
import { inflateEntry, listZip } from "@/lib/platform/files/zip";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeRound, settle, send as submit } from "@/lib/testing/return-factories";
import { openRound } from "../domain/return-rounds/service-turns";
import { placeKey } from "../domain/returns/rules-parks";
import { wordsFor } from "../platform/api/words";
import { readGrids } from "./read-file";
import { bringWorkbooks } from "./return-workbooks";
import { tellOutcomes, zipWorkbooks } from "./round-workbooks";

beforeEach(resetDatabase);

/** A round of a park with so many firms. */
async function world(count: number) {
  const park = await makePark();
  const firms = [];
  for (let n = 0; n < count; n += 1) {
    const firm = await makeFirm();
    await settle(firm.id, park.id);
    firms.push(firm);
  }
  const { id, version, code } = await makeRound({ parkId: park.id });
  await openRound(system, { id, version });
  return { id, code, park, firms };
}

const unzip = async (bytes: Buffer) => {
  const files = new Map<string, Buffer>();
  for (const entry of listZip(bytes)) {
    const pieces: Buffer[] = [];
    await inflateEntry(entry, 1e7, (piece) => pieces.push(piece));
    files.set(entry.name, Buffer.concat(pieces));
  }
  return files;
};
const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream).arrayBuffer());
const zipped = async (files: Iterable<[string, Buffer]>) => {
  async function* each(): AsyncGenerator<ZipFile> {
    for (const [name, bytes] of files) yield { name, bytes };
  }
  return bytesOf(streamZip(each(), new Date()));
};
const download = async (round: { id: string; code: string }) =>
  unzip(await bytesOf(await zipWorkbooks(system, round, "en")));
const bring = async (
  roundId: string,
  files: { name: string; bytes: Buffer }[],
  send = false,
  viewer = system,
) => {
  const says = await Promise.all([wordsFor("en"), wordsFor("zh")]);
  return bringWorkbooks(viewer, roundId, files, {
    ...{ send, locale: "en" as const },
    says: says.map((say) => (key: string) => say(key)),
  });
};
/** A workbook as a firm would send it back, as CSV. */
const filled = (returnId: string | null, total: string) =>
  Buffer.from(["Key,Answer", ...(returnId ? [`#${returnId},`] : []), `total,${total}`].join("\n"));
const returnOf = (roundId: string, enterpriseId: string) =>
  db.return.findFirstOrThrow({ where: { roundId, enterpriseId } });

it("all workbooks of a round go out in one archive with a list, and come back in one", async () => {
  const round = await world(3);
  const files = await download(round);
  const names = [...files.keys()];
  expect(names).toHaveLength(4);
  expect(names.slice(0, 3).map((name) => name.slice(0, 4))).toEqual(["001-", "002-", "003-"]);
  const lines = files.get("manifest.csv")?.toString().trim().split("\r\n") ?? [];
  expect(lines.map((line) => line.replace("\uFEFF", "").split(",")[0])).toEqual([
    "File",
    ...names.slice(0, 3),
  ]);
  for (const [n, { nameEn }] of [...round.firms]
    .sort((a, b) => ((a.nameEn ?? "") < (b.nameEn ?? "") ? -1 : 1))
    .entries()) {
    expect([names[n], lines[n + 1]]).toEqual([
      expect.stringContaining(nameEn?.replace(/\s/g, "-") ?? "?"),
      expect.stringContaining(nameEn ?? "?"),
    ]);
  }
  // Nothing was filled in: each is refused in words and by the firm's name, and nothing is written.
  const back = await bring(round.id, [{ name: "all.zip", bytes: await zipped(files) }]);
  expect(back.map(({ file, outcome, message }) => [file, outcome, message])).toEqual(
    names.slice(0, 3).map((name) => [name, "REFUSED", "returns.errors.fileEmpty"]),
  );
  expect(new Set(back.map(({ firm }) => firm?.nameEn)).size).toBe(3);
  expect(await db.return.count({ where: { state: "NOT_STARTED" } })).toBe(3);
});

it("takes what is sound, and names each of the others with its reason", async () => {
  const round = await world(4);
  const [ann, bo, cy, di] = await Promise.all(round.firms.map(({ id }) => returnOf(round.id, id)));
  const other = await world(1);
  const stranger = await returnOf(other.id, other.firms[0]?.id ?? "");
  if (di) await submit(di);
  const csv = (id: string | null | undefined, total: string) => filled(id ?? null, total);
  const files: [string, Buffer][] = [
    ["ann.csv", csv(ann?.id, "12")],
    ["again.csv", csv(ann?.id, "13")],
    ["bo.csv", csv(bo?.id, "twelve")],
    ["cy.csv", csv(cy?.id, "7")],
    ["di.csv", csv(di?.id, "9")],
    ["nobody.csv", csv(null, "5")],
    ["stranger.csv", csv(stranger.id, "5")],
    ["photo.png", Buffer.from("89504e470d0a1a0a00000000", "hex")],
    ["__MACOSX/._ann.csv", Buffer.from("x")],
  ];
  const zip = { name: "all.zip", bytes: await zipped(files) };
  const half = { name: "half.zip", bytes: zip.bytes.subarray(0, zip.bytes.length - 30) };
  const outcomes = await bring(round.id, [zip, half, { name: "empty.csv", bytes: Buffer.alloc(0) }]);
  const told = await tellOutcomes(outcomes, "en");
  expect(told.files.map(({ file, outcome, message }) => [file, outcome, message])).toEqual([
    ["ann.csv", "DRAFT", null],
    ["again.csv", "REFUSED", "This firm has answered twice in this upload; “ann.csv” was taken."],
    ["bo.csv", "REFUSED", expect.stringContaining("twelve")],
    ["cy.csv", "DRAFT", null],
    ["di.csv", "REFUSED", expect.stringContaining("with the office")],
    ["nobody.csv", "REFUSED", expect.stringContaining("does not say which firm")],
    ["stranger.csv", "REFUSED", expect.stringContaining("not of this round")],
    ["photo.png", "REFUSED", expect.stringContaining("cannot be read")],
    ["half.zip", "REFUSED", expect.stringContaining("cannot be read")],
    ["empty.csv", "REFUSED", expect.stringContaining("nothing in this file")],
  ]);
  const states = await db.return.findMany({ where: { roundId: round.id }, orderBy: { id: "asc" } });
  const byId = new Map(states.map((row) => [row.id, row]));
  expect([ann, bo, cy, di].map((row) => byId.get(row?.id ?? "")?.state)).toEqual([
    ...["DRAFT", "NOT_STARTED", "DRAFT", "SUBMITTED"],
  ]);
  expect(byId.get(ann?.id ?? "")?.answers).toEqual({ total: "12" });
  // The same again changes nothing; with the wish to send it goes to the office, on the firm's behalf.
  const again = [{ name: "ann.csv", bytes: csv(ann?.id, "12") }];
  expect(await bring(round.id, again)).toMatchObject([{ outcome: "UNCHANGED" }]);
  expect(await bring(round.id, again, true)).toMatchObject([{ outcome: "SENT" }]);
  expect(await returnOf(round.id, ann?.enterpriseId ?? "")).toMatchObject({
    state: "SUBMITTED",
    onBehalf: true,
  });
  // What a rule of the form refuses stays a draft, and says which question.
  const odd = await bring(round.id, [{ name: "bo.csv", bytes: csv(bo?.id, "-3") }], true);
  expect(odd).toMatchObject([
    { outcome: "DRAFT", notSent: [{ key: "total", message: expect.stringMatching(/^errors.atLeast/) }] },
  ]);
  const via = await db.changeSet.findMany({ where: { verb: "returns.saveDraft" }, select: { via: true } });
  expect(new Set(via.map((row) => row.via))).toEqual(new Set(["IMPORT"]));
});

it("asks a firm in two parks by park, and takes what it says of each", async () => {
  const [north, south, firm] = [await makePark(), await makePark(), await makeFirm()];
  await settle(firm.id, [north.id, south.id]);
  const { id, version, code } = await makeRound();
  await openRound(system, { id, version });
  const own = await returnOf(id, firm.id);
  const [workbook] = [...(await download({ id, code })).values()];
  const [sheet] = await readGrids(workbook ?? Buffer.alloc(0));
  const keys = sheet?.rows.slice(1).map(({ cells }) => cells[0]) ?? [];
  const [inNorth, inSouth] = [placeKey(north.id), placeKey(south.id)];
  expect(keys.slice(0, 2)).toEqual([`#${own.id}`, "total"]);
  expect(keys.slice(2).sort()).toEqual([inNorth, inSouth].sort());
  const csv = (there: string) => ({
    name: "wide.csv",
    bytes: Buffer.from(
      ["Key,Answer", `#${own.id},`, "total,12", `${inNorth},7`, `${inSouth},${there}`].join("\n"),
    ),
  });
  const odd = await tellOutcomes(await bring(id, [csv("4")], true), "en");
  expect(odd.files).toMatchObject([
    { outcome: "DRAFT", notSent: [{ message: "The parks come to 11, the total is 12." }] },
  ]);
  expect(await bring(id, [csv("5")], true)).toMatchObject([{ outcome: "SENT" }]);
  expect((await returnOf(id, firm.id)).answers).toEqual({ total: "12", [inNorth]: "7", [inSouth]: "5" });
});

it("stops a bomb while it unfolds, and takes the sound file beside it", async () => {
  const round = await world(1);
  const own = await returnOf(round.id, round.firms[0]?.id ?? "");
  const bomb = deflated("bomb.csv", Buffer.alloc(40 * 1024 * 1024, "a"));
  expect(bomb.length).toBeLessThan(100_000);
  const outcomes = await bring(round.id, [
    { name: "bomb.zip", bytes: bomb },
    { name: "own.csv", bytes: filled(own.id, "4") },
  ]);
  expect(outcomes).toMatchObject([
    { file: "bomb.csv", outcome: "REFUSED", message: "imports.files.tooMuchInside" },
    { outcome: "DRAFT" },
  ]);
});

it("has whoever may still answer, and no other; an officer's own parks alone", async () => {
  const round = await world(2);
  const first = await returnOf(round.id, round.firms[0]?.id ?? "");
  await submit(first);
  expect([...(await download(round)).keys()]).toHaveLength(2);
  const elsewhere = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
  await expect(bring(round.id, [], false, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

/** An archive of one packed file. */
function deflated(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
