import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import * as env from "@/lib/platform/env/env";
import { databaseStore } from "@/lib/platform/storage/database-store";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, system } from "@/lib/testing/factories";
import { brokenOff, bytesOf, pdf } from "@/lib/testing/sample-files";
import { undoChangeSet } from "../change-sets/service";
import { getAttachmentFile } from "./queries";
import { createAttachmentSchema } from "./schema";
import { createAttachment, deleteAttachment } from "./service";

const folder = mkdtempSync(join(tmpdir(), `tenantry-test-${process.pid}-`));

/** The settings as another office has them. */
beforeAll(
  () => void vi.spyOn(env, "storageSettings").mockReturnValue({ store: "disk", folder, s3: undefined }),
);
beforeEach(async () => {
  await resetDatabase();
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const onDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

async function input() {
  const { id: ownerId } = await makeFirm();
  return createAttachmentSchema.parse({ owner: "enterprises", ownerId, fileName: "a.pdf" });
}

async function read(id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const file = await getAttachmentFile(system, id);
  for await (const piece of file?.read() ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

it("files go where the settings say, and come back from there after a removal is undone", async () => {
  const { id } = await createAttachment(system, await input(), bytesOf(pdf(300_000)));
  expect(onDisk()).toBe(1);
  const removed = await deleteAttachment(system, { id, version: 1 });
  await undoChangeSet(system, { id: removed.changeSetId });
  expect((await read(id)).equals(pdf(300_000))).toBe(true);
});

it("nothing is left of one that breaks off", async () => {
  await expect(createAttachment(system, await input(), brokenOff(pdf(300_000)))).rejects.toThrow("aborted");
  expect(onDisk()).toBe(0);
});

it("a file that was put elsewhere before the settings changed is still found there", async () => {
  const { id } = await createAttachment(system, await input(), bytesOf(pdf()));
  await databaseStore.put(id, bytesOf(pdf(4_000)));
  const client = await ownerClient();
  await client.query("UPDATE attachment_blobs SET store = 'database' WHERE id = $1", [id]);
  expect((await read(id)).length).toBe(4_000);
});

it("bytes that are gone from the store are a fault that is told before any of the file is sent", async () => {
  const { id } = await createAttachment(system, await input(), bytesOf(pdf()));
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  await expect(read(id)).rejects.toMatchObject({ name: "BlobMissing" });
});
