import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { system, unique } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { getCustomField, listCustomFields } from "./queries";
import { createCustomFieldSchema, updateCustomFieldSchema } from "./schema";
import { createCustomField, deleteCustomField, retireCustomField, updateCustomField } from "./service";

beforeAll(resetDatabase);

const make = (input: Record<string, unknown>) =>
  createCustomField(
    system,
    createCustomFieldSchema.parse({ subject: "UNIT", type: "TEXT", labelEn: unique("Field "), ...input }),
  );

const find = async (id: string) => {
  const field = await getCustomField(system, id);
  if (!field) throw new Error("the field is not there");
  return field;
};

describe("a field", () => {
  it("gets a key of its English label, else of the pinyin, and a number where it is taken", async () => {
    const one = await find((await make({ labelEn: "Floor load (kN/m²)" })).id);
    const two = await find((await make({ labelEn: "Floor load: kN m2", labelZh: null })).id);
    const three = await find((await make({ labelEn: null, labelZh: "楼面荷载" })).id);
    expect([one.key, two.key, three.key]).toEqual([
      "floor_load_kn_m2",
      "floor_load_kn_m2_2",
      "lou_mian_he_zai",
    ]);
    expect(two.position).toBe(one.position + 1);
  });

  it("keeps only the settings of its kind", async () => {
    const { id } = await make({ type: "DATE", decimals: "3", unit: "kg", maxLength: "9" });
    expect(await find(id)).toMatchObject({ decimals: null, unit: null, maxLength: null });
  });

  it("bears a label and a key that no other of its subject bears", async () => {
    const labelEn = unique("Label ");
    const first = await find((await make({ labelEn })).id);
    await expect(make({ labelEn })).rejects.toMatchObject({
      fieldErrors: { labelEn: "custom-fields.errors.labelTaken" },
    });
    await expect(make({ key: first.key })).rejects.toMatchObject({
      fieldErrors: { key: "custom-fields.errors.keyTaken" },
    });
    await expect(make({ labelEn, subject: "PROJECT" })).resolves.toBeTruthy();
  });

  it("offers its options in the order given; one is moved, one renamed, one removed, one added", async () => {
    const options = ["Low", "Middle", "High"].map((labelEn) => ({ labelEn }));
    const { id, version } = await make({ type: "CHOICE", options });
    const [low, middle, high] = (await find(id)).options;
    const next = [high, { ...low, labelZh: "低" }, { labelEn: "None" }];
    await updateCustomField(
      system,
      updateCustomFieldSchema.parse({ id, version, type: "CHOICE", labelEn: "Grade", options: next }),
    );
    const after = (await find(id)).options.map(({ key, labelZh, labelEn }) => [key, labelZh, labelEn]);
    expect(after).toEqual([
      ["high", null, "High"],
      ["low", "低", "Low"],
      ["none", null, "None"],
    ]);
    expect(await db.customFieldOption.count({ where: { id: middle?.id } })).toBe(0);
  });

  it("that never held a value is deleted with its options, and comes back by undo", async () => {
    const { id, version } = await make({ type: "CHOICE", options: [{ labelEn: "A" }, { labelEn: "B" }] });
    const { changeSetId } = await deleteCustomField(system, { id, version });
    expect(await getCustomField(system, id)).toBeNull();
    await undoChangeSet(system, { id: changeSetId });
    expect((await find(id)).options.map(({ labelEn }) => labelEn)).toEqual(["A", "B"]);
  });

  it("that somebody else changed meanwhile is not retired over their head", async () => {
    const { id, version } = await make({});
    await updateCustomField(
      system,
      updateCustomFieldSchema.parse({ id, version, type: "TEXT", labelEn: unique("Other ") }),
    );
    await expect(retireCustomField(system, { id, version })).rejects.toMatchObject({ code: "STALE" });
  });

  it("is listed with its subject's fields in their order", async () => {
    const { id } = await make({ position: "1", subject: "ENTERPRISE" });
    const { id: second } = await make({ subject: "ENTERPRISE" });
    const ids = (await listCustomFields(system)).filter(({ subject }) => subject === "ENTERPRISE");
    expect(ids.map((field) => [field.id, field.held])).toEqual([
      [id, 0],
      [second, 0],
    ]);
  });
});
