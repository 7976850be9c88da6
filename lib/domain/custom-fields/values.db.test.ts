import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import {
  makeCustomField,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { getEnterprise } from "../enterprises/queries";
import { createEnterpriseSchema, updateEnterpriseSchema } from "../enterprises/schema";
import { createEnterprise, updateEnterprise } from "../enterprises/service";
import { getProject } from "../projects/queries";
import { updateProjectSchema } from "../projects/schema";
import { updateProject } from "../projects/service";
import { getUnit } from "../units/queries";
import { updateUnitSchema } from "../units/schema";
import { updateUnit } from "../units/service";
import { readCustomChanges } from "./queries-history";
import { retireCustomField } from "./service";

beforeEach(resetDatabase);

type Custom = Record<string, string | number | null>;

/** Saves values on a firm, as a form that saw its present version. */
async function save(id: string, custom: Custom, by: Viewer = system, version?: number) {
  const firm = await db.enterprise.findUniqueOrThrow({
    where: { id },
    select: { nameEn: true, version: true },
  });
  const input = { id, version: version ?? firm.version, nameEn: firm.nameEn, custom };
  return updateEnterprise(by, updateEnterpriseSchema.parse(input));
}

/** What a viewer reads of a firm, by the fields' keys. */
async function read(id: string, by: Viewer = system): Promise<Record<string, string | null>> {
  const firm = await getEnterprise(by, id);
  return Object.fromEntries(firm?.customFields.map(({ field, value }) => [field.key, value]) ?? []);
}

const kept = async (id: string) =>
  (await db.enterprise.findUniqueOrThrow({ where: { id }, select: { custom: true } })).custom;

describe("a value", () => {
  it("is kept in one spelling, whoever wrote it how", async () => {
    const [text, number] = [
      await makeCustomField(),
      await makeCustomField({ type: "NUMBER", decimals: "1" }),
    ];
    const date = await makeCustomField({ type: "DATE" });
    const options = [{ labelEn: "Listed", labelZh: "已上市" }, { labelEn: "Private" }];
    const choice = await makeCustomField({ type: "CHOICE", options });
    const { id } = await makeFirm();
    await save(id, {
      [text.id]: "  two words ",
      [number.key]: "1,250.50",
      [date.id]: "2022年11月1日",
      [choice.key]: "已上市",
    });
    expect(await kept(id)).toEqual({
      [text.id]: "two words",
      [number.id]: 1250.5,
      [date.id]: "2022-11-01",
      [choice.id]: choice.options[0]?.id,
    });
    await save(id, { [number.key]: -3 });
    expect((await read(id))[number.key]).toBe("-3");
  });

  it("that breaks its field's rules is told beside the field, by the name it came under", async () => {
    const number = await makeCustomField({ type: "NUMBER", decimals: "0", minValue: "1", maxValue: "9" });
    const text = await makeCustomField({ maxLength: "3", required: true });
    const date = await makeCustomField({ type: "DATE" });
    const choice = await makeCustomField({ type: "CHOICE", options: [{ labelEn: "A" }] });
    const { id } = await makeFirm();
    const refused = (custom: Custom) =>
      save(id, custom).then(
        () => null,
        (error) => error.fieldErrors,
      );
    expect(
      await refused({
        [number.id]: "2.5",
        [text.key]: "",
        [date.id]: "soon",
        [choice.id]: "B",
        nothing: "x",
      }),
    ).toEqual({
      [`custom.${number.id}`]: "errors.whole",
      [`custom.${text.key}`]: "errors.required",
      [`custom.${date.id}`]: "errors.date",
      [`custom.${choice.id}`]: "errors.choose",
      "custom.nothing": "custom-fields.errors.gone",
    });
    expect(await refused({ [number.id]: "0" })).toEqual({ [`custom.${number.id}`]: "errors.atLeast?min=1" });
    expect(await refused({ [text.id]: "four" })).toEqual({ [`custom.${text.id}`]: "errors.tooLong?max=3" });
    expect(await kept(id)).toEqual({});
  });

  it("that nothing is said of stays, and an empty one goes; a required one may be left out", async () => {
    const [one, two] = [await makeCustomField(), await makeCustomField({ required: true })];
    const { id } = await makeFirm();
    await save(id, { [one.id]: "a" });
    await save(id, { [two.id]: "b" });
    expect(await kept(id)).toEqual({ [one.id]: "a", [two.id]: "b" });
    await save(id, { [one.key]: null });
    expect(await kept(id)).toEqual({ [two.id]: "b" });
  });

  it("stands on units and projects too, and each subject has its own fields", async () => {
    const load = await makeCustomField({ subject: "UNIT", type: "NUMBER" });
    const topic = await makeCustomField({ subject: "PROJECT" });
    const park = await makePark();
    const [unit, project] = [await makeUnit(park), await makeProject()];
    const fields = { floorId: park.floorId, code: unit.code, area: "100", validFrom: "2015-01-01" };
    const change = (custom: Custom) =>
      updateUnit(system, updateUnitSchema.parse({ id: unit.id, version: 1, ...fields, custom }));
    await expect(change({ [topic.id]: "x" })).rejects.toMatchObject({
      fieldErrors: { [`custom.${topic.id}`]: "custom-fields.errors.gone" },
    });
    await change({ [load.id]: "7.5" });
    const told = {
      id: project.id,
      version: 1,
      code: project.code,
      titleEn: "P",
      custom: { [topic.key]: "AI" },
    };
    await updateProject(system, updateProjectSchema.parse(told));
    expect((await getUnit(system, unit.id))?.customFields.map(({ value }) => value)).toEqual(["7.5"]);
    expect((await getProject(system, project.id))?.customFields.map(({ value }) => value)).toEqual(["AI"]);
  });

  it("goes back with an undo, under its own field", async () => {
    const [one, two] = [await makeCustomField(), await makeCustomField()];
    const { id } = await makeFirm();
    await save(id, { [one.id]: "before", [two.id]: "stays" });
    const { changeSetId } = await save(id, { [one.id]: "after" });
    await undoChangeSet(system, { id: changeSetId });
    expect(await kept(id)).toEqual({ [one.id]: "before", [two.id]: "stays" });
  });

  it("of somebody who saved first is named to the one who comes second, by its field", async () => {
    const [one, two] = [await makeCustomField(), await makeCustomField()];
    const { id } = await makeFirm();
    await save(id, { [one.id]: "theirs" });
    await expect(save(id, { [two.id]: "mine" }, system, 1)).rejects.toMatchObject({
      code: "STALE",
      stale: { theirs: { [`custom.${one.id}`]: "theirs" } },
    });
  });
});

describe("the database holds, whoever writes", () => {
  const write = (id: string, custom: Custom) =>
    openChangeSet(system, { verb: "enterprises.update" }, (tx) =>
      tx.enterprise.update({ where: { id }, data: { custom }, select: { id: true } }),
    );

  it("only known fields of the subject, values of the type, one of the options", async () => {
    const { id } = await makeFirm();
    const unit = await makeCustomField({ subject: "UNIT" });
    const number = await makeCustomField({ type: "NUMBER" });
    const date = await makeCustomField({ type: "DATE" });
    const choice = await makeCustomField({ type: "CHOICE", options: [{ labelEn: "A" }] });
    const other = await makeCustomField({ type: "CHOICE", options: [{ labelEn: "A" }] });
    const cases: [string, string | number, string][] = [
      ["nonsense", "x", "custom-fields.errors.gone"],
      [unit.id, "x", "custom-fields.errors.gone"],
      [number.id, "12", "errors.invalid"],
      [date.id, 20221101, "errors.invalid"],
      [date.id, "2022-02-30", "errors.invalid"],
      [date.id, "", "errors.invalid"],
      [choice.id, other.options[0]?.id ?? "", "errors.choose"],
    ];
    for (const [field, value, message] of cases) {
      await expect(write(id, { [field]: value }), `${field} ${value}`).rejects.toMatchObject({
        code: "CONFLICT",
        fieldErrors: { [`custom.${field}`]: message },
      });
    }
    expect(await kept(id)).toEqual({});
    await expect(write(id, { [number.id]: -12.5, [date.id]: "2022-02-28" })).resolves.toBeTruthy();
  });
});

describe("who may read a field", () => {
  it("reads it, and nobody else learns of its value", async () => {
    const { id } = await makeFirm();
    const hidden = await makeCustomField();
    const shown = await makeCustomField({ shownTo: ["ENTERPRISE"] });
    const managed = await makeCustomField({ shownTo: ["MANAGER"] });
    await save(id, { [hidden.id]: "secret", [shown.id]: "open", [managed.id]: "managed" });
    const all = { [hidden.key]: "secret", [shown.key]: "open", [managed.key]: "managed" };
    const own = await makeViewer("ENTERPRISE", { enterpriseIds: [id] });
    const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    expect(await read(id, await makeViewer("OFFICER"))).toEqual(all);
    expect(await read(id, await makeViewer("MANAGER"))).toEqual({ [managed.key]: "managed" });
    expect(await read(id, own)).toEqual({ [shown.key]: "open" });
    expect(JSON.stringify(await getEnterprise(own, id))).not.toMatch(/secret|managed/);
    const told = async (by: Viewer) =>
      JSON.stringify((await readCustomChanges(by, await listHistory([id]))).entries);
    expect(await told(system)).toMatch(/secret/);
    expect(await told(own)).toContain("open");
    expect(await told(own)).not.toMatch(/secret|managed/);
    // Saved in nothing but what is not for them: then they are not told that it was.
    await save(id, { [hidden.id]: "other" });
    expect((await readCustomChanges(own, await listHistory([id]))).entries).toHaveLength(2);
    expect((await readCustomChanges(system, await listHistory([id]))).entries).toHaveLength(3);
    expect(await getEnterprise(stranger, id)).toBeNull();
    await expect(getEnterprise(await makeViewer("VIEWER"), id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a retired field", () => {
  it("keeps its values, shows them where there are any, and takes no new ones", async () => {
    const [{ id }, bare] = [await makeFirm(), await makeFirm()];
    const field = await makeCustomField();
    await save(id, { [field.id]: "kept" });
    const { held } = await retireCustomField(system, field);
    expect(held).toBe(1);
    expect(await read(id)).toEqual({ [field.key]: "kept" });
    expect(await read(bare.id)).toEqual({});
    const refusal = { fieldErrors: { [`custom.${field.id}`]: "custom-fields.errors.retiredMeanwhile" } };
    await expect(save(id, { [field.id]: "new" })).rejects.toMatchObject(refusal);
    await expect(save(id, { [field.id]: "" })).rejects.toMatchObject(refusal);
    // A form that was opened before, and says what was there or nothing, is saved.
    await expect(save(id, { [field.id]: "kept" })).resolves.toBeTruthy();
    await expect(save(bare.id, { [field.id]: "" })).resolves.toBeTruthy();
    expect(await kept(id)).toEqual({ [field.id]: "kept" });
  });
});

it("a firm is created with its values in one change set", async () => {
  const field = await makeCustomField();
  const input = createEnterpriseSchema.parse({ nameEn: "New", custom: { [field.key]: "x" } });
  const { id, changeSetId } = await createEnterprise(system, input);
  expect(await kept(id)).toEqual({ [field.id]: "x" });
  const change = await db.change.findFirst({ where: { changeSetId, rowId: id } });
  expect(change?.after).toMatchObject({ custom: { [field.id]: "x" } });
});
