import { z } from "zod";
import type { Verb } from "@/lib/domain/permissions";
import { getDeclaredRag, listAmounts, listEntries } from "@/lib/domain/projects/queries-records";
import {
  addAmountSchema,
  changeAmountSchema,
  changeEntrySchema,
  closeEntrySchema,
  declareRagSchema,
  raiseEntrySchema,
  removeAmountSchema,
  reopenEntrySchema,
  withdrawRagSchema,
} from "@/lib/domain/projects/schema";
import { addAmount, changeAmount, removeAmount } from "@/lib/domain/projects/service-money";
import { declareRag, withdrawRag } from "@/lib/domain/projects/service-rag";
import { changeEntry, closeEntry, raiseEntry, reopenEntry } from "@/lib/domain/projects/service-register";
import { toFieldErrors } from "@/lib/platform/action/define";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { invalid, notFound } from "@/lib/platform/errors/app-error";
import { act, at } from "./declare";

/** The last day that a declaration may be of: whichever is the newest. */
const ALWAYS = toCivil("9999-12-31");

type Found = { id: string; version: number };

const finders = {
  amountId: listAmounts,
  entryId: listEntries,
  declaredId: async (viewer: Viewer, project: string) => {
    const declared = await getDeclaredRag(viewer, project, ALWAYS);
    return declared ? [declared] : [];
  },
} satisfies Record<string, (viewer: Viewer, project: string) => Promise<Found[]>>;

/** A new record beside a project, by the form's own schema; the project is said by the address. */
function adds<Schema extends z.ZodObject>(
  id: string,
  verb: Verb,
  name: string,
  schema: Schema,
  write: (viewer: Viewer, input: z.output<Schema>) => Promise<object>,
) {
  const { projectId: _, ...fields } = schema.shape;
  const posted = z.object({ id: z.uuid(), version: z.int(), ...fields });
  return act(id, verb, at.project, name, posted, async (viewer, { id: projectId, version: _v, ...input }) => {
    await write(viewer, read(schema, { ...input, projectId }));
    return { id: projectId };
  });
}

/** What is done to a record beside a project, which is named in the body. */
function changes<Schema extends z.ZodObject>(
  id: string,
  verb: Verb,
  name: string,
  key: keyof typeof finders,
  schema: Schema,
  write: (viewer: Viewer, input: z.output<Schema>) => Promise<object>,
) {
  const { id: _, version: __, ...fields } = schema.shape;
  const posted = z.object({ id: z.uuid(), version: z.int(), [key]: z.uuid(), ...fields });
  return act(id, verb, at.project, name, posted, async (viewer, { id: projectId, version: _v, ...input }) => {
    const asked = (input as Record<string, unknown>)[key];
    const found = (await finders[key](viewer, String(projectId))).find((one) => one.id === asked);
    if (!found) throw notFound();
    const { [key]: _key, ...rest } = input as Record<string, unknown>;
    await write(viewer, read(schema, { ...rest, id: found.id, version: found.version }));
    return { id: String(projectId) };
  });
}

/** The fields were read once by their shapes; here by what they say together. Values that were read read the same. */
function read<Schema extends z.ZodType>(schema: Schema, input: object): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalid(toFieldErrors(parsed.error));
  return parsed.data;
}

export const projectActs = {
  addAmount: adds("addAmount", "projects.addAmount", "add-amount", addAmountSchema, addAmount),
  changeAmount: changes(
    "changeAmount",
    "projects.changeAmount",
    "change-amount",
    "amountId",
    changeAmountSchema,
    changeAmount,
  ),
  removeAmount: changes(
    "removeAmount",
    "projects.removeAmount",
    "remove-amount",
    "amountId",
    removeAmountSchema,
    removeAmount,
  ),
  raiseEntry: adds("raiseEntry", "projects.raiseEntry", "raise-entry", raiseEntrySchema, raiseEntry),
  changeEntry: changes(
    "changeEntry",
    "projects.changeEntry",
    "change-entry",
    "entryId",
    changeEntrySchema,
    changeEntry,
  ),
  closeEntry: changes(
    "closeEntry",
    "projects.closeEntry",
    "close-entry",
    "entryId",
    closeEntrySchema,
    closeEntry,
  ),
  reopenEntry: changes(
    "reopenEntry",
    "projects.reopenEntry",
    "reopen-entry",
    "entryId",
    reopenEntrySchema,
    reopenEntry,
  ),
  declareRag: adds("declareRag", "projects.declareRag", "declare", declareRagSchema, declareRag),
  withdrawRag: changes(
    "withdrawRag",
    "projects.withdrawRag",
    "withdraw",
    "declaredId",
    withdrawRagSchema,
    withdrawRag,
  ),
};
