import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { holding, waits } from "@/lib/testing/at-one-moment";
import { resetDatabase } from "@/lib/testing/database";
import { makeCustomField, makeFirm, makePark, makeUnit, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { mergeUnitsSchema, remeasureUnitSchema, splitUnitSchema } from "../units/schema";
import { mergeUnits, remeasureUnit, splitUnit } from "../units/service-changes";
import { getCustomField } from "./queries";
import { updateCustomFieldSchema } from "./schema";
import { deleteCustomField, restoreCustomField, retireCustomField, updateCustomField } from "./service";

beforeEach(resetDatabase);

type Custom = Record<string, string | number>;

const put = (table: "enterprise" | "unit", id: string, custom: Custom) =>
  openChangeSet(system, { verb: `${table}s.update` }, async (tx) => {
    const change = { where: { id }, data: { custom, version: { increment: 1 } }, select: { version: true } };
    return table === "unit" ? tx.unit.update(change) : tx.enterprise.update(change);
  });
const valuesOf = async (id: string) =>
  (await db.enterprise.findUniqueOrThrow({ where: { id }, select: { custom: true } })).custom;

const refusal = (write: Promise<unknown>) =>
  write.then(
    () => null,
    ({ code, message, fieldErrors }) => ({ code, message, fieldErrors }),
  );

describe("a field that holds values", () => {
  it("is not deleted: the refusal says how many hold it, and nothing is lost", async () => {
    const [one, two] = [await makeFirm(), await makeFirm()];
    const field = await makeCustomField();
    for (const { id } of [one, two]) await put("enterprise", id, { [field.id]: "kept" });
    expect(await refusal(deleteCustomField(system, field))).toMatchObject({
      code: "CONFLICT",
      message: "custom-fields.errors.held?count=2",
    });
    expect([await valuesOf(one.id), await valuesOf(two.id)]).toEqual([
      { [field.id]: "kept" },
      { [field.id]: "kept" },
    ]);
  });

  it("is not deleted either once they are gone: history still speaks of it, and an undo wants it back", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField();
    await put("enterprise", id, { [field.id]: "once" });
    await put("enterprise", id, {});
    const told = await refusal(deleteCustomField(system, field));
    expect(told?.message).toBe("custom-fields.errors.held?count=0");
  });

  it("is not undone into nothing: the change set that made it stays, the value with it", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField();
    const [made] = await db.changeSet.findMany({ where: { verb: "custom-fields.create" } });
    await put("enterprise", id, { [field.id]: "kept" });
    expect(await refusal(undoChangeSet(system, { id: made?.id ?? "" }))).toMatchObject({ code: "CONFLICT" });
    expect(await getCustomField(system, field.id)).not.toBeNull();
    expect(await valuesOf(id)).toEqual({ [field.id]: "kept" });
  });

  it("keeps its kind and key; its labels may change", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField();
    await put("enterprise", id, { [field.id]: "12" });
    const change = (more: object) =>
      updateCustomField(
        system,
        updateCustomFieldSchema.parse({ ...field, type: "TEXT", labelEn: "Name", options: [], ...more }),
      );
    expect((await refusal(change({ type: "NUMBER" })))?.fieldErrors).toEqual({
      type: "custom-fields.errors.typeHeld?count=1",
    });
    expect((await refusal(change({ key: "other" })))?.fieldErrors).toEqual({
      key: "custom-fields.errors.keyFixed",
    });
    await expect(change({ labelEn: "Another name" })).resolves.toMatchObject({ version: 2 });
  });

  it("is retired and taken back, each of them undone like any change", async () => {
    const field = await makeCustomField();
    const { version, changeSetId } = await retireCustomField(system, field);
    expect((await getCustomField(system, field.id))?.retiredAt).not.toBeNull();
    await undoChangeSet(system, { id: changeSetId });
    expect((await getCustomField(system, field.id))?.retiredAt).toBeNull();
    const again = await retireCustomField(system, { ...field, version: version + 1 });
    await restoreCustomField(system, again);
    expect((await getCustomField(system, field.id))?.retiredAt).toBeNull();
  });
});

it("an option that was chosen is not removed, and is no longer offered instead", async () => {
  const { id } = await makeFirm();
  const options = [{ labelEn: "A" }, { labelEn: "B" }];
  const field = await makeCustomField({ type: "CHOICE", options });
  const [a, b] = field.options;
  await put("enterprise", id, { [field.id]: a?.id ?? "" });
  const change = (left: object[]) =>
    updateCustomField(
      system,
      updateCustomFieldSchema.parse({ ...field, type: "CHOICE", labelEn: "Grade", options: left }),
    );
  expect((await refusal(change([{ ...b, labelEn: "B" }])))?.fieldErrors).toEqual({
    options: "custom-fields.errors.optionHeld?label=A&count=1",
  });
  await change([
    { ...a, labelEn: "A", retired: true },
    { ...b, labelEn: "B" },
  ]);
  expect(await valuesOf(id)).toEqual({ [field.id]: a?.id });
});

describe("at one moment", () => {
  it("the first value is saved and the field deleted: the value stays, and so does the field", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField();
    const saving = holding("enterprises.update", (tx) =>
      tx.enterprise.update({ where: { id }, data: { custom: { [field.id]: "x" } }, select: { id: true } }),
    );
    await saving.reached;
    const deleting = refusal(deleteCustomField(system, field));
    expect(await waits(deleting)).toBe(true);
    saving.letGo();
    await saving.done;
    expect(await deleting).toMatchObject({ code: "CONFLICT", message: "custom-fields.errors.usedMeanwhile" });
    expect(await valuesOf(id)).toEqual({ [field.id]: "x" });
    expect(await getCustomField(system, field.id)).not.toBeNull();
  });

  it("the field is deleted and its first value saved: the value is refused at its field", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField();
    const deleting = holding("enterprises.update", (tx) =>
      tx.customField.deleteMany({ where: { id: field.id } }),
    );
    await deleting.reached;
    const saving = refusal(put("enterprise", id, { [field.id]: "x" }));
    expect(await waits(saving)).toBe(true);
    deleting.letGo();
    await deleting.done;
    expect(await saving).toMatchObject({
      code: "CONFLICT",
      fieldErrors: { [`custom.${field.id}`]: "custom-fields.errors.gone" },
    });
    expect(await valuesOf(id)).toEqual({});
  });

  it("the first value is saved and the kind changed: whoever comes second is refused", async () => {
    const { id } = await makeFirm();
    const field = await makeCustomField();
    const saving = holding("enterprises.update", (tx) =>
      tx.enterprise.update({
        where: { id },
        data: { custom: { [field.id]: "words" } },
        select: { id: true },
      }),
    );
    await saving.reached;
    const input = updateCustomFieldSchema.parse({ ...field, type: "NUMBER", labelEn: "N", options: [] });
    const changing = refusal(updateCustomField(system, input));
    expect(await waits(changing)).toBe(true);
    saving.letGo();
    await saving.done;
    expect((await changing)?.fieldErrors).toEqual({ type: "custom-fields.errors.typeFixed" });
  });
});

describe("values go along", () => {
  it("when two firms are made one: the staying one's, the other's where it says nothing or as chosen", async () => {
    const [stays, goes] = [await makeFirm(), await makeFirm()];
    const [both, chosen, theirs] = [
      await makeCustomField(),
      await makeCustomField(),
      await makeCustomField(),
    ];
    await put("enterprise", stays.id, { [both.id]: "mine", [chosen.id]: "mine" });
    await put("enterprise", goes.id, { [both.id]: "theirs", [chosen.id]: "theirs", [theirs.id]: "theirs" });
    const input = { id: stays.id, version: 2, goesId: goes.id, goesVersion: 2 };
    // As a form sends it.
    const take = { nameEn: "STAYS", custom: { [chosen.id]: "GOES", [both.id]: "STAYS" } };
    const merged = await mergeEnterprises(system, mergeEnterprisesSchema.parse({ ...input, take }));
    expect(await valuesOf(stays.id)).toEqual({
      [both.id]: "mine",
      [chosen.id]: "theirs",
      [theirs.id]: "theirs",
    });
    await undoChangeSet(system, { id: merged.changeSetId });
    expect(await valuesOf(stays.id)).toEqual({ [both.id]: "mine", [chosen.id]: "mine" });
    const byName = mergeEnterprisesSchema.parse({ ...input, take: [`custom.${both.id}`] });
    expect(byName.take).toEqual([`custom.${both.id}`]);
  });

  it("to what a unit is split into, measured as, or merged to", async () => {
    const park = await makePark();
    const [load, note] = [
      await makeCustomField({ subject: "UNIT", type: "NUMBER" }),
      await makeCustomField({ subject: "UNIT" }),
    ];
    const unit = await makeUnit(park, { code: "A" });
    await put("unit", unit.id, { [load.id]: 7.5 });
    const parts = ["A1", "A2"].map((code) => ({ code, area: "50" }));
    const on = toCivil("2022-07-01");
    const { ids } = await splitUnit(system, splitUnitSchema.parse({ id: unit.id, version: 2, on, parts }));
    const customOf = async (id = "") =>
      (await db.unit.findUniqueOrThrow({ where: { id }, select: { custom: true } })).custom;
    expect([await customOf(ids[0]), await customOf(ids[1])]).toEqual([
      { [load.id]: 7.5 },
      { [load.id]: 7.5 },
    ]);
    await put("unit", ids[1] ?? "", { [load.id]: 9, [note.id]: "corner" });
    const merge = { id: ids[0], version: 1, on: "2022-08-01", unitIds: [ids[1]], code: "A" };
    const one = await mergeUnits(system, mergeUnitsSchema.parse(merge));
    expect(await customOf(one.id)).toEqual({ [load.id]: 7.5, [note.id]: "corner" });
    const again = { id: one.id, version: 1, on: "2022-09-01", area: "101", reason: "measured" };
    const measured = await remeasureUnit(system, remeasureUnitSchema.parse(again));
    expect(await customOf(measured.id)).toEqual({ [load.id]: 7.5, [note.id]: "corner" });
    expect(await customOf(unit.id)).toEqual({ [load.id]: 7.5 });
  });
});
