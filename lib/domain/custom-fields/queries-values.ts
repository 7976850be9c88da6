import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { CustomFieldSubject } from "@/lib/platform/db/generated/enums";
import { invalid } from "@/lib/platform/errors/app-error";
import type { CustomFieldDto, CustomKept } from "./dto";
import { listFieldsOn } from "./queries";
import { isBlank, readCustomValue } from "./rules";
import { type CustomInput, NO_CHOICE } from "./schema";

/**
 * A record's values after an input, to be saved whole; undefined where nothing is said of them. Only what the input
 * names changes: fields that the viewer does not read stay as they are, as do those that a program leaves out.
 * @throws AppError INVALID with each message beside its field
 */
export async function readCustomInput(
  on: Db,
  viewer: Viewer,
  subject: CustomFieldSubject,
  kept: Prisma.JsonValue,
  input: CustomInput,
): Promise<CustomKept | undefined> {
  if (!input || Object.keys(input).length === 0) return undefined;
  return applyCustomInput(await listFieldsOn(on, viewer, subject), kept, input);
}

/** The same where the fields are known already: many records at once ask for them once. @throws AppError INVALID */
export function applyCustomInput(
  fields: CustomFieldDto[],
  kept: Prisma.JsonValue,
  input: NonNullable<CustomInput>,
): CustomKept {
  const values = { ...(kept as CustomKept | null) };
  const problems: Record<string, string> = {};
  for (const [name, given] of Object.entries(input)) {
    const field = fields.find(({ id, key }) => id === name || key === name);
    const problem = field ? apply(values, field, given) : isBlank(given) ? null : "custom-fields.errors.gone";
    if (problem) problems[`custom.${name}`] = problem;
  }
  const first = Object.values(problems)[0];
  if (first) throw invalid(problems, first);
  return values;
}

/** Puts one value in its place, or says why not. */
function apply(values: CustomKept, field: CustomFieldDto, given: string | number | null): string | null {
  const before = values[field.id]?.toString();
  const retired = field.retiredAt !== null;
  if (isBlank(given)) {
    if (before !== undefined && retired) return "custom-fields.errors.retiredMeanwhile";
    if (field.required && !retired) return "errors.required";
    delete values[field.id];
    return null;
  }
  const read = readCustomValue(field, String(given), before);
  if ("value" in read && read.value === before) return null;
  if (retired) return "custom-fields.errors.retiredMeanwhile";
  if ("problem" in read) return read.problem;
  values[field.id] = field.type === "NUMBER" ? Number(read.value) : read.value;
  return null;
}

/**
 * What an input chooses for many records at once: of each field of choices named the option, or null where it is to be
 * taken away; what is left empty stays. Texts, numbers and days are each record's own, and are not set for many.
 * @throws AppError INVALID with each message beside its field
 */
export async function readManyChoices(
  on: Db,
  viewer: Viewer,
  subject: CustomFieldSubject,
  input: CustomInput,
): Promise<{ id: string; value: string | null }[]> {
  const said = Object.entries(input ?? {}).filter(([, given]) => !isBlank(given));
  if (said.length === 0) return [];
  const fields = await listFieldsOn(on, viewer, subject);
  const problems: Record<string, string> = {};
  const chosen = new Map<string, string | null>();
  for (const [name, given] of said) {
    const field = fields.find(({ id, key }) => id === name || key === name);
    const read = readChosen(field, String(given));
    if ("problem" in read) problems[`custom.${name}`] = read.problem;
    else if (field) chosen.set(field.id, read.value);
  }
  const first = Object.values(problems)[0];
  if (first) throw invalid(problems, first);
  return [...chosen].map(([id, value]) => ({ id, value }));
}

function readChosen(
  field: CustomFieldDto | undefined,
  given: string,
): { value: string | null } | { problem: string } {
  if (!field) return { problem: "custom-fields.errors.gone" };
  if (field.type !== "CHOICE") return { problem: "custom-fields.errors.onlyChoices" };
  if (field.retiredAt !== null) return { problem: "custom-fields.errors.retiredMeanwhile" };
  if (given === NO_CHOICE) return field.required ? { problem: "errors.required" } : { value: null };
  return readCustomValue(field, given);
}
