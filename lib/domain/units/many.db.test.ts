import { beforeEach, describe, expect, it } from "vitest";
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
import { updateCustomFieldSchema } from "../custom-fields/schema";
import { updateCustomField } from "../custom-fields/service";
import { previewEnterprises } from "../enterprises/queries-many";
import { changeEnterprisesSchema, updateEnterpriseSchema } from "../enterprises/schema";
import { updateEnterprise } from "../enterprises/service";
import { changeEnterprises } from "../enterprises/service-many";
import { previewProjects } from "../projects/queries-many";
import { changeProjectsSchema } from "../projects/schema";
import { changeProjects } from "../projects/service-many";
import { previewUnits } from "./queries-many";
import { changeUnitsSchema, closeUnitSchema } from "./schema";
import { closeUnit } from "./service";
import { changeUnits } from "./service-many";

beforeEach(resetDatabase);

const makeChoice = (subject: string, more: object = {}) =>
  makeCustomField({
    ...{ subject, type: "CHOICE", key: "heat", labelEn: "Heating" },
    options: [{ labelEn: "District" }, { labelEn: "Own" }],
    ...more,
  });
const heldBy = async (id: string) => (await db.unit.findUniqueOrThrow({ where: { id } })).custom;

describe("one choice for many units", () => {
  it("is seen first, written to those alone that differ, as one change set, and undone as one", async () => {
    const { id: field, options } = await makeChoice("UNIT");
    const [district, own] = options.map(({ id }) => id);
    const park = await makePark();
    const [a, b, gone] = [await makeUnit(park), await makeUnit(park), await makeUnit(park)];
    const end = { id: gone.id, version: 1, validTo: "2022-06-30", reason: "Pulled down" };
    await closeUnit(system, closeUnitSchema.parse(end));
    const choose = async (given: object) => {
      const input = changeUnitsSchema.parse({ ids: [a.id, b.id, gone.id], ...given });
      const seen = await previewUnits(system, input);
      return { seen, save: () => changeUnits(system, { ...input, digest: seen.digest }) };
    };
    // By key as a program says it, by id as a form does.
    const first = await choose({ custom: { heat: "district" }, reason: "Survey" });
    expect(first.seen).toMatchObject({ total: 3, changed: 2, left: 1 });
    expect(first.seen.rows[0]).toMatchObject({
      before: { [`custom.${field}`]: null },
      after: { [`custom.${field}`]: district },
    });
    expect(first.seen.names[0]?.name).toContain(park.code);
    const done = await first.save();
    expect(done.count).toBe(2);
    expect(await heldBy(a.id)).toEqual({ [field]: district });
    expect(await heldBy(gone.id)).toEqual({});
    expect(await db.changeSet.findUnique({ where: { id: done.changeSetId } })).toMatchObject({
      verb: "units.changeMany",
      reason: "Survey",
    });
    const second = await choose({ custom: { [field]: own }, ids: [a.id] });
    expect((await second.save()).count).toBe(1);
    // Taken away from who has one; who holds none is not touched.
    const third = await choose({ custom: { heat: "NOTHING" } });
    expect(third.seen).toMatchObject({ changed: 2 });
    const taken = await third.save();
    expect([await heldBy(a.id), await heldBy(b.id)]).toEqual([{}, {}]);
    await undoChangeSet(system, { id: taken.changeSetId });
    expect([await heldBy(a.id), await heldBy(b.id)]).toEqual([{ [field]: own }, { [field]: district }]);
    // What somebody saved since it was looked at refuses all.
    const late = await choose({ custom: { heat: "own" } });
    await (await choose({ ids: [b.id], custom: { heat: "NOTHING" } })).save();
    await expect(late.save()).rejects.toMatchObject({ message: "ui.bulk.moved" });
    await expect((await choose({})).save()).rejects.toMatchObject({ message: "ui.bulk.nothingChanges" });
  });

  it("is of fields of choices alone, and a required one is not taken away", async () => {
    await makeChoice("UNIT", { required: true });
    await makeCustomField({ subject: "UNIT", type: "TEXT", key: "note", labelEn: "Note" });
    const unit = await makeUnit(await makePark());
    const problemOf = async (custom: object) =>
      previewUnits(system, changeUnitsSchema.parse({ ids: [unit.id], custom })).catch(
        (error) => error.fieldErrors,
      );
    expect(await problemOf({ note: "x" })).toEqual({ "custom.note": "custom-fields.errors.onlyChoices" });
    expect(await problemOf({ heat: "steam" })).toEqual({ "custom.heat": "errors.choose" });
    expect(await problemOf({ heat: "NOTHING" })).toEqual({ "custom.heat": "errors.required" });
    expect(await problemOf({ other: "x" })).toEqual({ "custom.other": "custom-fields.errors.gone" });
  });

  it("is of units within reach, and those that a list shows by a choice are meant by it", async () => {
    const { id: field } = await makeChoice("UNIT");
    const [here, there] = [await makePark(), await makePark()];
    const [a, b] = [await makeUnit(here), await makeUnit(there)];
    const officer = await makeViewer("OFFICER", { parkIds: [here.id] });
    const both = changeUnitsSchema.parse({ ids: [a.id, b.id], custom: { heat: "own" } });
    await expect(previewUnits(officer, both)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(changeUnits(officer, both)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const all = changeUnitsSchema.parse({ filters: {}, custom: { heat: "own" } });
    const seen = await previewUnits(officer, all);
    expect(seen).toMatchObject({ total: 1, changed: 1 });
    await changeUnits(officer, { ...all, digest: seen.digest });
    const shown = changeUnitsSchema.parse({ filters: { cf_heat: "own" }, custom: { heat: "district" } });
    expect(await previewUnits(system, shown)).toMatchObject({ total: 1 });
    expect(await heldBy(b.id)).toEqual({});
    expect(Object.keys((await heldBy(a.id)) as object)).toEqual([field]);
  });
});

describe("many firms and projects", () => {
  it("are given a choice beside tags; a list narrowed by a field means only what it shows", async () => {
    const { id: field, options } = await makeChoice("ENTERPRISE");
    const [one, two] = [await makeFirm(), await makeFirm()];
    const given = { id: one.id, version: 1, nameEn: one.nameEn, custom: { heat: "own" } };
    await updateEnterprise(system, updateEnterpriseSchema.parse(given));
    const filters = { cf_heat: "own" };
    const input = changeEnterprisesSchema.parse({ filters, addTags: "boiler", custom: { heat: "district" } });
    const seen = await previewEnterprises(system, input);
    expect(seen).toMatchObject({ total: 1, changed: 1 });
    await changeEnterprises(system, { ...input, digest: seen.digest });
    expect(await db.enterprise.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
      tags: ["boiler"],
      custom: { [field]: options[0]?.id },
    });
    expect(await db.enterprise.findUniqueOrThrow({ where: { id: two.id } })).toMatchObject({ version: 1 });
  });

  it("of projects likewise, and a retired option is no longer given", async () => {
    const field = await makeChoice("PROJECT");
    const project = await makeProject();
    const input = changeProjectsSchema.parse({ ids: [project.id], custom: { heat: "own" } });
    const seen = await previewProjects(system, input);
    await changeProjects(system, { ...input, digest: seen.digest });
    expect(await db.project.findUniqueOrThrow({ where: { id: project.id } })).toMatchObject({
      custom: { [field.id]: field.options[1]?.id },
    });
    const fields = { type: "CHOICE", key: "heat", labelEn: "Heating", subject: "PROJECT" };
    const options = [
      { id: field.options[0]?.id, labelEn: "District", retired: true },
      { id: field.options[1]?.id, labelEn: "Own" },
    ];
    await updateCustomField(
      system,
      updateCustomFieldSchema.parse({ id: field.id, version: field.version, ...fields, options }),
    );
    const late = changeProjectsSchema.parse({ ids: [project.id], custom: { heat: "district" } });
    await expect(previewProjects(system, late)).rejects.toMatchObject({
      fieldErrors: { "custom.heat": "custom-fields.errors.optionRetired" },
    });
  });
});
