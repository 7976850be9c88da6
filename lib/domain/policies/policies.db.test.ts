import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toAppError } from "@/lib/platform/db/constraints";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makePolicy, makeProgramme, makeViewer, system } from "@/lib/testing/factories";
import { bytesOf, pdf } from "@/lib/testing/sample-files";
import { getAttachment, listAttachments } from "../attachments/queries";
import { createAttachmentSchema } from "../attachments/schema";
import { createAttachment, updateAttachment } from "../attachments/service";
import { undoChangeSet } from "../change-sets/service";
import { inChangeSet } from "../in-change-set";
import { getPolicy, listPolicies } from "./queries";
import {
  addVersionSchema,
  createPolicySchema,
  endVersionSchema,
  policyListSchema,
  policyStates,
  removeVersionSchema,
  updatePolicySchema,
  updateVersionSchema,
} from "./schema";
import { createPolicy, updatePolicy } from "./service";
import {
  addPolicyVersion,
  endPolicyVersion,
  removePolicyVersion,
  updatePolicyVersion,
} from "./service-versions";

beforeEach(resetDatabase);

const d = (text: string) => toCivil(text);
const add = (given: Record<string, unknown> = {}, viewer = system) =>
  createPolicy(viewer, createPolicySchema.parse({ code: "REG-1", titleEn: "Regulations", ...given }));
const addText = (id: string, version: number, given: Record<string, unknown>, viewer: Viewer = system) =>
  addPolicyVersion(viewer, addVersionSchema.parse({ id, version, ...given }));

/** How it stands on days, and which text is in force. */
const standing = async (id: string, days: string[]) =>
  Promise.all(
    days.map(async (on) => {
      const policy = await getPolicy(system, id, d(on));
      return [policy?.state, policy?.inForce?.number ?? null];
    }),
  );

it("is in force from a day, gives way to its next text, and is repealed", async () => {
  const { id } = await add();
  await addText(id, 1, { inForceFrom: "2022-03-01", summaryZh: "下放经济管理权限" });
  await addText(id, 2, { inForceFrom: "2024-01-01" });
  const days = ["2022-02-28", "2022-03-01", "2023-12-31", "2024-01-01", "2026-01-01"];
  expect(await standing(id, days)).toEqual([
    ["NOT_YET", null],
    ["IN_FORCE", 1],
    ["IN_FORCE", 1],
    ["IN_FORCE", 2],
    ["IN_FORCE", 2],
  ]);
  const repeal = { id, version: 3, number: 2, inForceTo: "2025-06-30", reason: "Replaced by a law" };
  const { changeSetId } = await endPolicyVersion(system, endVersionSchema.parse(repeal));
  expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
    ...{ verb: "policies.endVersion", reason: "Replaced by a law" },
  });
  expect(await standing(id, ["2025-06-30", "2025-07-01"])).toEqual([
    ["IN_FORCE", 2],
    ["ENDED", null],
  ]);
  await undoChangeSet(system, { id: changeSetId });
  expect(await standing(id, ["2025-07-01"])).toEqual([["IN_FORCE", 2]]);
});

it("the list's states are those of the rules, on every day", async () => {
  const made: string[] = [];
  for (const [at, texts] of [
    [],
    [["2022-03-01", ""]],
    [["2022-03-01", "2022-12-31"]],
    [
      ["2022-03-01", "2022-12-31"],
      ["2024-01-01", ""],
    ],
  ].entries()) {
    const { id } = await add({ code: `P-${at}` });
    made.push(id);
    for (const [n, [inForceFrom, inForceTo]] of texts.entries()) {
      await addText(id, n + 1, { inForceFrom, inForceTo });
    }
  }
  for (const on of ["2022-02-28", "2022-03-01", "2022-12-31", "2023-06-01", "2024-01-01"]) {
    for (const state of policyStates) {
      const { rows } = await listPolicies(system, policyListSchema.parse({ state }), d(on));
      const wanted: string[] = [];
      for (const id of made) if ((await getPolicy(system, id, d(on)))?.state === state) wanted.push(id);
      expect([on, state, rows.map(({ id }) => id)]).toEqual([on, state, wanted]);
    }
  }
});

it("a rule system groups several, and only a system does", async () => {
  const whole = await add({ code: "SYS", kind: "SYSTEM" });
  for (let n = 1; n <= 9; n += 1) await add({ code: `SYS-${n}`, systemId: whole.id });
  expect((await getPolicy(system, whole.id))?.parts.map(({ code }) => code)).toHaveLength(9);
  const plain = await add({ code: "PLAIN" });
  await expect(add({ code: "X", systemId: plain.id })).rejects.toMatchObject({
    fieldErrors: { systemId: "policies.errors.systemIsOne" },
  });
  const rules = updatePolicySchema.parse({
    id: whole.id,
    version: 1,
    code: "SYS",
    titleEn: "S",
    kind: "RULES",
  });
  await expect(updatePolicy(system, rules)).rejects.toMatchObject({
    fieldErrors: { systemId: "policies.errors.systemIsOne" },
  });
  const nested = createPolicySchema.safeParse({
    code: "Y",
    titleEn: "Y",
    kind: "SYSTEM",
    systemId: whole.id,
  });
  expect(nested.error?.issues).toMatchObject([{ path: ["systemId"] }]);
});

it("is tied to programmes, which a tie that stays does not write again; a firm is not told of them", async () => {
  const [one, two] = [await makeProgramme(), await makeProgramme()];
  const tie = ({ id }: { id: string }) => ({ programmeId: id });
  const { id } = await add({ programmes: [tie(one)] });
  const kept = await db.policyProgramme.findFirstOrThrow();
  const input = { id, version: 1, code: "REG-1", titleEn: "R", programmes: [tie(one), tie(two), tie(two)] };
  await updatePolicy(system, updatePolicySchema.parse(input));
  const ties = await db.policyProgramme.findMany({ orderBy: { id: "asc" } });
  expect([ties.length, ties[0]?.id]).toEqual([2, kept.id]);
  const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  expect((await getPolicy(system, id))?.programmes).toHaveLength(2);
  expect((await getPolicy(firm, id))?.programmes).toEqual([]);
});

describe("files", () => {
  it("are read by whoever reads policies, and put there by who reaches the whole zone", async () => {
    const { id: ownerId } = await makePolicy();
    const of = { owner: "policies" as const, ownerId };
    const attach = (viewer: Viewer) =>
      createAttachment(viewer, createAttachmentSchema.parse({ ...of, fileName: "条例.pdf" }), bytesOf(pdf()));
    const { id } = await attach(system);
    const park = await makePark();
    const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    for (const viewer of [limited, firm]) {
      expect(await getAttachment(viewer, id)).toMatchObject({ owner: "policies", can: { update: false } });
      expect((await listAttachments(viewer, of)).can).toEqual({ create: false });
      await expect(attach(viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
      const change = { id, version: 1, title: "Mine", kind: "OTHER" as const };
      await expect(updateAttachment(viewer, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("refusals", () => {
  it("tells each broken rule at its field", async () => {
    const { id } = await add();
    await expect(add()).rejects.toMatchObject({ fieldErrors: { code: "policies.errors.codeTaken" } });
    await addText(id, 1, { inForceFrom: "2022-03-01", inForceTo: "2022-12-31" });
    await expect(addText(id, 2, { inForceFrom: "2022-12-31" })).rejects.toMatchObject({
      fieldErrors: { inForceFrom: "policies.errors.oneADay" },
    });
    const late = { id, version: 2, number: 1, inForceTo: "2023-01-01", reason: "Later" };
    await expect(endPolicyVersion(system, endVersionSchema.parse(late))).rejects.toMatchObject({
      fieldErrors: { inForceTo: "policies.errors.endedBefore" },
    });
    const early = { ...late, inForceTo: "2022-02-01" };
    await expect(endPolicyVersion(system, endVersionSchema.parse(early))).rejects.toMatchObject({
      fieldErrors: { inForceTo: "errors.datesOrdered" },
    });
    const days = { id, version: 2, number: 1, inForceFrom: "2022-03-01", inForceTo: "2022-02-01" };
    expect(updateVersionSchema.safeParse(days).error?.issues).toMatchObject([{ path: ["inForceTo"] }]);
    const refused = await inChangeSet(system, "policies.update", null, async (tx) => {
      await tx.$executeRaw`UPDATE policies SET title_en = NULL WHERE id = ${id}::uuid`;
      return {};
    }).catch((error) => toAppError(error));
    expect(refused).toMatchObject({ fieldErrors: { titleZh: "errors.oneNameNeeded" } });
  });

  it("names who saved first, over the texts too; a text that is not there is not found", async () => {
    const { id } = await add();
    await addText(id, 1, { inForceFrom: "2022-03-01" });
    await expect(addText(id, 1, { inForceFrom: "2023-03-01" })).rejects.toMatchObject({ code: "STALE" });
    const other = { id, version: 2, number: 7, inForceFrom: "2022-03-01" };
    await expect(updatePolicyVersion(system, updateVersionSchema.parse(other))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const gone = removeVersionSchema.parse({ id, version: 2, number: 1, reason: "A mistake" });
    await removePolicyVersion(system, gone);
    expect((await getPolicy(system, id))?.state).toBe("NO_TEXT");
  });

  it("lets an officer limited to parks, a manager and a firm read, and write nothing", async () => {
    const { id } = await makePolicy();
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    for (const viewer of [limited, firm, await makeViewer("MANAGER")]) {
      const policy = await getPolicy(viewer, id);
      expect(Object.values(policy?.can ?? {}).some(Boolean)).toBe(false);
    }
    await expect(add({}, limited)).rejects.toMatchObject({ message: "errors.wholeZone" });
    await expect(addText(id, 1, { inForceFrom: "2022-03-01" }, limited)).rejects.toMatchObject({
      message: "errors.wholeZone",
    });
    const partner = await makeViewer("VIEWER");
    await expect(getPolicy(partner, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const nobody = "00000000-0000-7000-8000-000000000000";
    await expect(addText(nobody, 1, { inForceFrom: "2022-03-01" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(add({ code: "Z", programmes: [{ programmeId: nobody }] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
