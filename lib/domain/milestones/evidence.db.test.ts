import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { attachPaper, makeMilestone, system } from "@/lib/testing/factories";
import { deleteAttachmentSchema } from "../attachments/schema";
import { deleteAttachment } from "../attachments/service";
import { undoChangeSet } from "../change-sets/service";
import { getMilestone } from "./queries";
import { completeMilestoneSchema, createMilestoneSchema } from "./schema";
import { completeMilestone, createMilestone, updateMilestone } from "./service";
import { createMilestones, updateMilestones } from "./service-bulk";

beforeEach(resetDatabase);

const complete = (id: string, fields: object = {}, version = 1) =>
  completeMilestone(
    system,
    completeMilestoneSchema.parse({ id, version, actualOn: "2022-06-30", ...fields }),
  );
const unshown = { fieldErrors: { evidence: "milestones.errors.shown" } };

describe("a milestone that is marked as done", () => {
  it("asks for words, a file or a reason, and takes any of them", async () => {
    const [bare, told, filed, excused] = [
      await makeMilestone(),
      await makeMilestone(),
      await makeMilestone(),
      await makeMilestone(),
    ];
    await expect(complete(bare.id)).rejects.toMatchObject(unshown);
    await expect(complete(bare.id, { evidence: "  ", noEvidenceReason: " " })).rejects.toMatchObject(unshown);
    expect(await getMilestone(system, bare.id)).toMatchObject({ actualOn: null, version: 1 });
    await complete(told.id, { evidence: "Protocol 7" });
    await attachPaper({ milestoneId: filed.id });
    await complete(filed.id);
    await complete(excused.id, { noEvidenceReason: "The archive burnt down" });
    const of = async ({ id }: { id: string }) => {
      const { doneWithoutEvidence, noEvidenceReason } = (await getMilestone(system, id)) ?? {};
      return [doneWithoutEvidence, noEvidenceReason];
    };
    expect(await Promise.all([told, filed, excused].map(of))).toEqual([
      [false, null],
      [false, null],
      [true, "The archive burnt down"],
    ]);
  });

  it("is asked the same when it is entered as done", async () => {
    const { id } = await makeMilestone();
    const { projectId } = await db.milestone.findUniqueOrThrow({ where: { id } });
    const given = {
      projectId,
      titleEn: "Past",
      weight: "1",
      baselineOn: "2022-05-01",
      actualOn: "2022-05-02",
    };
    const create = (more: object) =>
      createMilestone(system, createMilestoneSchema.parse({ ...given, ...more }));
    await expect(create({})).rejects.toMatchObject(unshown);
    const past = await create({ evidence: "Photo" });
    expect(await getMilestone(system, past.id)).toMatchObject({
      evidence: "Photo",
      doneWithoutEvidence: false,
    });
    const many = [createMilestoneSchema.parse({ ...given })];
    await expect(createMilestones(system, many)).rejects.toMatchObject(unshown);
  });

  it("loses its reason when that is taken back, and has none before", async () => {
    const { id } = await makeMilestone();
    await expect(complete(id, { actualOn: "", noEvidenceReason: "Too early" })).resolves.toBeTruthy();
    expect(await getMilestone(system, id)).toMatchObject({ actualOn: null, noEvidenceReason: null });
    await complete(id, { noEvidenceReason: "Lost" }, 2);
    await complete(id, { actualOn: null, noEvidenceReason: "Lost" }, 3);
    expect(await getMilestone(system, id)).toMatchObject({ actualOn: null, noEvidenceReason: null });
  });

  it("keeps its last file, unless words stand for it; an undo leaves the file, too", async () => {
    const { id } = await makeMilestone();
    const attachmentId = await attachPaper({ milestoneId: id });
    await complete(id);
    const paper = () =>
      db.attachment.findUniqueOrThrow({ where: { id: attachmentId }, select: { id: true, version: true } });
    const drop = async () => deleteAttachment(system, deleteAttachmentSchema.parse(await paper()));
    await expect(drop()).rejects.toMatchObject({ message: "milestones.errors.fileNeeded" });
    const change = await db.change.findFirstOrThrow({ where: { tableName: "attachments", op: "I" } });
    await expect(undoChangeSet(system, { id: change.changeSetId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await complete(id, { evidence: "Protocol 7" }, 2);
    await drop();
    expect(await getMilestone(system, id)).toMatchObject({ doneWithoutEvidence: false, files: 0 });
  });
});

describe("what the database holds", () => {
  const write = (id: string, data: object) =>
    openChangeSet(system, { verb: "milestones.complete" }, (tx) =>
      tx.milestone.update({ where: { id }, data }),
    );

  it("refuses a milestone that is done and shows nothing, from whatever program", async () => {
    const { id } = await makeMilestone();
    const actualOn = fromCivil(toCivil("2022-06-30"));
    await expect(write(id, { actualOn })).rejects.toMatchObject(unshown);
    await expect(write(id, { noEvidenceReason: "Too early" })).rejects.toMatchObject({
      fieldErrors: { noEvidenceReason: "milestones.errors.notDone" },
    });
    const { id: _, ...milestone } = await db.milestone.findUniqueOrThrow({ where: { id } });
    await expect(
      openChangeSet(system, { verb: "milestones.create" }, (tx) =>
        tx.milestone.create({ data: { ...milestone, actualOn } }),
      ),
    ).rejects.toMatchObject(unshown);
  });

  it("leaves what was done before the rule as it is, until what is said of its end changes", async () => {
    const { id } = await makeMilestone();
    const client = await ownerClient();
    await client.query("BEGIN");
    await openTestChangeSet(client);
    await client.query("ALTER TABLE milestones DISABLE TRIGGER milestones_still_shown");
    await client.query("UPDATE milestones SET actual_on = '2022-06-30' WHERE id = $1", [id]);
    await client.query("ALTER TABLE milestones ENABLE TRIGGER milestones_still_shown");
    await client.query("COMMIT");
    const named = { titleZh: null, titleEn: "Renamed", owner: null };
    await updateMilestone(system, { id, version: 1, weight: "2", ...named });
    const same = { id, titleZh: null, titleEn: "Again", weight: "2", evidence: null, noEvidenceReason: null };
    await updateMilestones(system, [{ ...same, version: 2, actualOn: "2022-06-30" }]);
    const moved = { ...same, version: 3, actualOn: "2022-06-29" };
    await expect(updateMilestones(system, [moved])).rejects.toMatchObject(unshown);
    await expect(complete(id, { actualOn: "2022-06-29" }, 3)).rejects.toMatchObject(unshown);
  });
});
