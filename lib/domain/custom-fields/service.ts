import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid, messageOf } from "@/lib/platform/errors/app-error";
import { toPinyin } from "@/lib/platform/names/sort-keys";
import { inChangeSet, type Within } from "../in-change-set";
import type { CustomFieldDto } from "./dto";
import { countUses, findCustomField } from "./queries";
import { toCustomKey, toFreeKey } from "./rules";
import type { CreateCustomFieldInput, CustomFieldVersion, UpdateCustomFieldInput } from "./schema";

/** Adds a field to all firms, units or projects. */
export async function createCustomField(
  viewer: Viewer,
  { options, key, position, ...input }: CreateCustomFieldInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "custom-fields.create",
    null,
    async (tx) => {
      const others = await tx.customField.findMany({
        where: { subject: input.subject },
        select: { key: true, position: true },
      });
      const id = newId();
      const data = {
        ...{ id, ...toSettings(input) },
        key: key ?? toFreeKey(keyOf(input), new Set(others.map((other) => other.key))),
        position: position ?? 1 + Math.max(0, ...others.map((other) => other.position)),
      };
      await tx.customField.create({ data, select: { id: true } });
      if (input.type === "CHOICE") await writeOptions(tx, { id, options: [] }, options);
      return { id, version: 1 };
    },
    within,
  );
}

/** Changes a field. Its type and key stand once a value was saved, and so does an option that was chosen. */
export async function updateCustomField(
  viewer: Viewer,
  { id, version, options, key, position, ...input }: UpdateCustomFieldInput,
) {
  return inChangeSet(viewer, "custom-fields.update", null, async (tx) => {
    const field = await findCustomField(tx, id);
    const uses = await countUses(tx, field);
    if (uses.used && input.type !== field.type) {
      throw invalid({ type: messageOf("custom-fields.errors.typeHeld", { count: uses.held }) });
    }
    if (uses.used && key && key !== field.key) throw invalid({ key: "custom-fields.errors.keyFixed" });
    const data = {
      ...toSettings(input),
      key: key ?? field.key,
      position: position ?? field.position,
    };
    const updated = await updateVersion(tx, tx.customField, { id, version }, data);
    const wanted = input.type === "CHOICE" ? options : [];
    const lost = field.options.find(
      (option) => uses.usedOptions.includes(option.id) && !wanted.some((one) => one.id === option.id),
    );
    if (lost) {
      const label = [lost.labelZh, lost.labelEn].filter(Boolean).join(" · ");
      const count = uses.heldBy.get(lost.id) ?? 0;
      throw invalid({ options: messageOf("custom-fields.errors.optionHeld", { label, count }) });
    }
    await writeOptions(tx, field, wanted);
    return updated;
  });
}

/** Hides a field in forms and lists. Its values stay, on their records and in their history. */
export async function retireCustomField(viewer: Viewer, { id, version }: CustomFieldVersion) {
  return inChangeSet(viewer, "custom-fields.retire", null, async (tx) => {
    const field = await findCustomField(tx, id);
    const { held } = await countUses(tx, field);
    const retired = await updateVersion(tx, tx.customField, { id, version }, { retiredAt: new Date() });
    return { ...retired, held };
  });
}

export async function restoreCustomField(viewer: Viewer, { id, version }: CustomFieldVersion) {
  return inChangeSet(viewer, "custom-fields.restore", null, async (tx) => {
    await findCustomField(tx, id);
    return updateVersion(tx, tx.customField, { id, version }, { retiredAt: null });
  });
}

/**
 * Deletes a field that never held a value.
 * @throws AppError CONFLICT where one does, or did: its records, or their history, would lose what they say
 */
export async function deleteCustomField(viewer: Viewer, { id, version }: CustomFieldVersion) {
  return inChangeSet(viewer, "custom-fields.delete", null, async (tx) => {
    const field = await findCustomField(tx, id);
    const { held, used } = await countUses(tx, field);
    if (used) throw conflict(messageOf("custom-fields.errors.held", { count: held }));
    await tx.customFieldOption.deleteMany({ where: { fieldId: id } });
    return deleteVersion(tx, tx.customField, { id, version });
  });
}

type Settings = Omit<UpdateCustomFieldInput, "id" | "version" | "options" | "key" | "position">;

/** Each type has settings of its own; those of the others are left empty. */
function toSettings<Input extends Settings>(input: Input): Input {
  const number = input.type === "NUMBER";
  return {
    ...input,
    decimals: number ? (input.decimals ?? 2) : null,
    unit: number ? input.unit : null,
    minValue: number ? input.minValue : null,
    maxValue: number ? input.maxValue : null,
    maxLength: input.type === "TEXT" ? input.maxLength : null,
  };
}

type Labels = { labelZh: string | null; labelEn: string | null };

/** Of the English label, else of the pinyin of the Chinese one. */
function keyOf({ labelZh, labelEn }: Labels): string {
  return toCustomKey(labelEn ?? "") || toCustomKey(toPinyin(labelZh ?? labelEn ?? "")) || "field";
}

/** Writes what differs, in the order given; those not given any more go. */
async function writeOptions(
  tx: Tx,
  field: Pick<CustomFieldDto, "id" | "options">,
  wanted: UpdateCustomFieldInput["options"],
): Promise<void> {
  const gone = field.options.filter(({ id }) => !wanted.some((option) => option.id === id));
  if (gone.length > 0)
    await tx.customFieldOption.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const taken = new Set(field.options.map(({ key }) => key));
  for (const [position, { id, ...option }] of wanted.entries()) {
    const standing = field.options.findIndex((one) => one.id === id);
    const before = field.options[standing];
    if (before) {
      const same =
        standing === position &&
        gone.length === 0 &&
        before.labelZh === option.labelZh &&
        before.labelEn === option.labelEn &&
        before.retired === option.retired;
      if (!same) {
        await tx.customFieldOption.updateMany({ where: { id: before.id }, data: { ...option, position } });
      }
      continue;
    }
    const key = toFreeKey(keyOf(option), taken);
    taken.add(key);
    await tx.customFieldOption.create({
      data: { ...option, key, position, fieldId: field.id },
      select: { id: true },
    });
  }
}
