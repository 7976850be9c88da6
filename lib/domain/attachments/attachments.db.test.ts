import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeCommitment,
  makeFirm,
  makeMilestone,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { brokenOff, bytesOf, docx, pdf } from "@/lib/testing/sample-files";
import { undoChangeSet } from "../change-sets/service";
import { createLease } from "../leases/service";
import { getAttachment, getAttachmentFile, listAttachments, listEvidenceCounts } from "./queries";
import { type AttachmentOwner, createAttachmentSchema } from "./schema";
import { createAttachment, deleteAttachment, updateAttachment } from "./service";
import { sweepBlobs } from "./service-blobs";

beforeEach(resetDatabase);

type Of = { owner: AttachmentOwner; ownerId: string };

const attach = (of: Of, viewer: Viewer = system, bytes = pdf(), fileName = "租赁合同（正本）.pdf") =>
  createAttachment(
    viewer,
    createAttachmentSchema.parse({ ...of, fileName, kind: "CONTRACT" }),
    bytesOf(bytes),
  );

const firmFiles = (ownerId: string): Of => ({ owner: "enterprises", ownerId });

async function read(viewer: Viewer, id: string): Promise<Buffer | null> {
  const file = await getAttachmentFile(viewer, id);
  if (!file) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Rows of every table that an upload touches. */
async function kept() {
  const client = await ownerClient();
  const { rows } = await client.query(`SELECT (SELECT count(*) FROM attachments)::int AS files,
    (SELECT count(*) FROM attachment_blobs)::int AS blobs, (SELECT count(*) FROM attachment_chunks)::int AS chunks`);
  return rows[0];
}

/** A firm with a lease, a project and a milestone in a park of its own, and a file beside each. */
async function makeWorld() {
  const [firm, park] = [await makeFirm(), await makePark()];
  const unit = await makeUnit(park);
  const lease = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
  const project = await makeProject({ parkId: park.id, leadId: firm.id });
  const milestone = await makeMilestone({ projectId: project.id });
  const owners: Of[] = [
    firmFiles(firm.id),
    { owner: "leases", ownerId: lease.id },
    { owner: "projects", ownerId: project.id },
    { owner: "milestones", ownerId: milestone.id },
  ];
  const ids: string[] = [];
  for (const owner of owners) ids.push((await attach(owner)).id);
  return { firm, park, owners, ids };
}

describe("who finds a file", () => {
  it("the office all of them, officers those of their parks, a firm its own, a council partner none", async () => {
    const [mine, other] = [await makeWorld(), await makeWorld()];
    const officer = await makeViewer("OFFICER", { parkIds: [mine.park.id] });
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [mine.firm.id] });
    for (const viewer of [officer, tenant]) {
      for (const id of mine.ids) expect(await read(viewer, id)).toEqual(pdf());
      for (const id of other.ids) {
        expect(await getAttachment(viewer, id)).toBeNull();
        expect(await read(viewer, id)).toBeNull();
      }
      for (const owner of mine.owners) expect((await listAttachments(viewer, owner)).rows).toHaveLength(1);
      for (const owner of other.owners) expect((await listAttachments(viewer, owner)).rows).toEqual([]);
    }
    for (const role of ["ADMIN", "MANAGER"] as const) {
      const viewer = await makeViewer(role);
      for (const id of [...mine.ids, ...other.ids]) expect(await read(viewer, id)).toEqual(pdf());
    }
    const partner = await makeViewer("VIEWER");
    await expect(getAttachmentFile(partner, mine.ids[0] ?? "")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("a person who loses a firm loses its files at the next click", async () => {
    const { firm, ids } = await makeWorld();
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    expect(await read(tenant, ids[0] ?? "")).not.toBeNull();
    expect(await read({ ...tenant, enterpriseIds: [] }, ids[0] ?? "")).toBeNull();
  });

  it("counts the evidence of milestones within reach", async () => {
    const { owners, firm } = await makeWorld();
    const milestone = owners[3] as Of;
    await attach(milestone);
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    expect(await listEvidenceCounts(tenant, [milestone.ownerId])).toEqual(new Map([[milestone.ownerId, 2]]));
    const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    expect(await listEvidenceCounts(stranger, [milestone.ownerId])).toEqual(new Map());
  });
});

describe("who adds and removes", () => {
  it("an officer nothing outside their parks: as if the record did not exist, and no byte is kept", async () => {
    const [mine, other] = [await makePark(), await makeWorld()];
    const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
    const before = await kept();
    let asked = false;
    async function* bytes() {
      asked = true;
      yield pdf();
    }
    for (const owner of other.owners) {
      const input = createAttachmentSchema.parse({ ...owner, fileName: "x.pdf" });
      await expect(createAttachment(officer, input, bytes())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect([asked, await kept()]).toEqual([false, before]);
  });

  it("a firm to itself and the milestones it owes, not to its leases and projects, which it reads", async () => {
    const { firm, owners } = await makeWorld();
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const [own, lease, project, milestone] = owners as [Of, Of, Of, Of];
    for (const owner of [own, milestone])
      await expect(attach(owner, tenant)).resolves.toMatchObject({ version: 1 });
    for (const owner of [lease, project])
      await expect(attach(owner, tenant)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = firmFiles((await makeFirm()).id);
    await expect(attach(stranger, tenant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listAttachments(tenant, own)).can).toEqual({ create: true });
    expect((await listAttachments(tenant, owners[1] as Of)).can).toEqual({ create: false });
  });

  it("a firm's people change what they put there themselves, and nothing of the office's", async () => {
    const { firm, ids } = await makeWorld();
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const change = { version: 1, title: "Ours", kind: "OTHER" } as const;
    const office = ids[0] ?? "";
    await expect(updateAttachment(tenant, { id: office, ...change })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(deleteAttachment(tenant, { id: office, version: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { id } = await attach(firmFiles(firm.id), tenant);
    await expect(updateAttachment(tenant, { id, ...change })).resolves.toMatchObject({ version: 2 });
    await expect(deleteAttachment(tenant, { id, version: 2 })).resolves.toMatchObject({ id });
    const { rows } = await listAttachments(tenant, firmFiles(firm.id));
    expect(rows.map(({ can }) => can)).toEqual([{ update: false, delete: false, undo: false }]);
  });

  it("an edit from a stale version is refused with what changed", async () => {
    const { id } = await attach(firmFiles((await makeFirm()).id));
    await updateAttachment(system, { id, version: 1, title: "Licence 2022", kind: "LICENCE" });
    const late = updateAttachment(system, { id, version: 1, title: "Other", kind: "OTHER" });
    await expect(late).rejects.toMatchObject({ code: "STALE", stale: { theirs: { title: "Licence 2022" } } });
  });
});

describe("what is kept", () => {
  it("content decides the type and the name's end; the hash is in the history", async () => {
    const firm = await makeFirm();
    const { id } = await attach(firmFiles(firm.id), system, docx(), "C:\\papers\\续租协议.exe");
    const file = await getAttachment(system, id);
    expect(file).toMatchObject({
      fileName: "续租协议.exe.docx",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      size: docx().length,
    });
    const [entry] = await listHistory([firm.id]);
    expect(entry).toMatchObject({ verb: "attachments.create" });
    const shown = entry?.rows[0]?.fields.find(({ field }) => field === "sha256");
    expect(shown?.after).toBe(file?.sha256);
    expect(file?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("a name that hides something is refused", () => {
    const problem = (fileName: string) =>
      createAttachmentSchema.safeParse({ ...firmFiles(crypto.randomUUID()), fileName }).error?.issues[0]
        ?.message;
    expect(problem("a\nb.pdf")).toBe("attachments.errors.name");
    expect(problem("invoice\u202efdp.exe")).toBe("attachments.errors.name");
    expect(problem("  ")).toBe("attachments.errors.name");
    expect(problem("../..")).toBe("attachments.errors.name");
    expect(problem("营业执照 (副本).pdf")).toBeUndefined();
  });

  it("nothing, where the sender breaks off, the content is wrong or the file too large", async () => {
    const firm = await makeFirm();
    const input = createAttachmentSchema.parse({ ...firmFiles(firm.id), fileName: "x.pdf" });
    await expect(createAttachment(system, input, brokenOff(pdf(600_000)))).rejects.toThrow("aborted");
    for (const [bytes, word] of [
      [Buffer.from("<html>".padEnd(700_000)), "type"],
      [docx(["word/vbaProject.bin"]), "macros"],
      [pdf(50 * 1024 * 1024 + 1), "tooLarge"],
    ] as const) {
      await expect(createAttachment(system, input, bytesOf(bytes))).rejects.toMatchObject({
        message: expect.stringContaining(`attachments.errors.${word}`),
      });
    }
    expect(await kept()).toEqual({ files: 0, blobs: 0, chunks: 0 });
    expect(await db.changeSet.count({ where: { verb: { startsWith: "attachments." } } })).toBe(0);
  });

  it("nothing, where the record goes out of reach while the file is on its way", async () => {
    const elsewhere = await makePark();
    const officer = await makeViewer("OFFICER", { parkIds: [elsewhere.id] });
    const ownerId = (await makeFirm()).id; // nowhere yet, so within every officer's reach
    const input = createAttachmentSchema.parse({ ...firmFiles(ownerId), fileName: "x.pdf" });
    const unit = await makeUnit(await makePark());
    const before = await kept();
    async function* slow() {
      yield pdf();
      await createLease(system, leaseInput({ enterpriseId: ownerId, units: [unit.id] }));
    }
    await expect(createAttachment(officer, input, slow())).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await kept()).toEqual(before);
  });

  it("a file of exactly 50 MB, whole", async () => {
    const { id } = await attach(firmFiles((await makeFirm()).id), system, pdf(50 * 1024 * 1024));
    expect((await getAttachment(system, id))?.size).toBe(50 * 1024 * 1024);
    expect((await kept()).chunks).toBe(200);
  });

  it("a file of two records at once is refused by the database", async () => {
    const [{ id }, other] = [await attach(firmFiles((await makeFirm()).id)), await makeProject()];
    const both = openChangeSet(system, { verb: "attachments.update" }, (tx) =>
      tx.attachment.update({ where: { id }, data: { projectId: other.id }, select: { id: true } }),
    );
    await expect(both).rejects.toMatchObject({ message: "attachments.errors.oneOwner" });
  });
});

describe("undo", () => {
  it("brings a removed file back, bytes and all, and takes an added one away again", async () => {
    const of = firmFiles((await makeFirm()).id);
    const added = await attach(of);
    const removed = await deleteAttachment(system, { id: added.id, version: 1 });
    expect(await read(system, added.id)).toBeNull();
    await undoChangeSet(system, { id: removed.changeSetId });
    expect(await read(system, added.id)).toEqual(pdf());
    // The removal and its undoing touched it since, so the adding stands.
    await expect(undoChangeSet(system, { id: added.changeSetId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const other = await attach(of);
    const undone = await undoChangeSet(system, { id: other.changeSetId });
    expect((await listAttachments(system, of)).rows.map(({ id }) => id)).toEqual([added.id]);
    await undoChangeSet(system, { id: undone.changeSetId });
    expect(await read(system, other.id)).toEqual(pdf());
  });

  it("of one file does not wait for another of the same firm", async () => {
    const of = firmFiles((await makeFirm()).id);
    const first = await attach(of);
    await attach(of);
    await expect(undoChangeSet(system, { id: first.changeSetId })).resolves.toMatchObject({
      undone: 1,
      kept: 0,
    });
  });

  it("of a firm's making is refused while it has files", async () => {
    const firm = await makeFirm();
    const [made] = await db.changeSet.findMany({
      where: { verb: "enterprises.create" },
      orderBy: { at: "desc" },
    });
    await attach(firmFiles(firm.id));
    await expect(undoChangeSet(system, { id: made?.id ?? "" })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

it("files move from firm to firm in one statement, are read under the new one, and go back", async () => {
  const [from, to] = [firmFiles((await makeFirm()).id), firmFiles((await makeFirm()).id)];
  const { id } = await attach(from);
  const moved = await openChangeSet(system, { verb: "attachments.update" }, async (tx, changeSetId) => {
    const data = { enterpriseId: to.ownerId, version: { increment: 1 } };
    await tx.attachment.updateMany({ where: { enterpriseId: from.ownerId }, data });
    return { changeSetId };
  });
  const found = async (of: Of) => (await listAttachments(system, of)).rows.map((row) => row.id);
  expect([await found(from), await found(to)]).toEqual([[], [id]]);
  await undoChangeSet(system, { id: moved.changeSetId });
  expect([await found(from), await found(to)]).toEqual([[id], []]);
});

describe("the sweep", () => {
  /** What an upload leaves whose process was killed. */
  async function abandon(hoursAgo: number): Promise<string> {
    const id = crypto.randomUUID();
    const client = await ownerClient();
    await client.query("INSERT INTO attachment_chunks VALUES ($1, 0, 'half')", [id]);
    await client.query(
      "INSERT INTO attachment_blobs VALUES ($1, 'database', now() - make_interval(hours => $2))",
      [id, hoursAgo],
    );
    return id;
  }

  it("removes what nothing can bring back, and names it first where asked to", async () => {
    const old = await abandon(25);
    const running = await abandon(1);
    const would = await sweepBlobs({ dryRun: true });
    expect(would).toMatchObject([{ id: old, gone: false }]);
    expect(await kept()).toMatchObject({ blobs: 2, chunks: 2 });
    expect(await sweepBlobs()).toMatchObject([{ id: old, gone: true }]);
    expect((await db.attachmentBlob.findMany()).map(({ id }) => id)).toEqual([running]);
    expect(await kept()).toMatchObject({ blobs: 1, chunks: 1 });
  });

  it("leaves files that are there, and removed ones, which an undo may ask for", async () => {
    const of = firmFiles((await makeFirm()).id);
    await attach(of);
    const { id } = await attach(of);
    const removed = await deleteAttachment(system, { id, version: 1 });
    expect(await sweepBlobs({ hours: 0 })).toEqual([]);
    await undoChangeSet(system, { id: removed.changeSetId });
    expect(await read(system, id)).toEqual(pdf());
  });
});

it("a commitment's are read by the office and the firm that promised, added by that firm and who reaches the zone", async () => {
  const [firm, other, park] = [await makeFirm(), await makeFirm(), await makePark()];
  const of = { owner: "commitments", ownerId: (await makeCommitment({ promisorId: firm.id })).id } as const;
  const { id, version } = await attach(of);
  const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
  const own = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  for (const viewer of [limited, own]) {
    expect((await listAttachments(viewer, of)).rows).toMatchObject([{ id, can: { update: false } }]);
    await expect(deleteAttachment(viewer, { id, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  await expect(attach(of, limited)).rejects.toMatchObject({ code: "FORBIDDEN" });
  // Evidence of a measurement that it reports; what the office put there stays the office's.
  await expect(attach(of, own)).resolves.toMatchObject({ version: 1 });
  const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [other.id] });
  expect(await getAttachment(stranger, id)).toBeNull();
  expect((await listAttachments(stranger, of)).rows).toEqual([]);
  await expect(attach(of, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
