import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { StaleDetails } from "@/lib/platform/action/result";
import type { FieldWords } from "./record-context";

/** A field where what the other person saved differs from what stands in this form. */
export type Clash = { path: string; label: string; theirs: string; mine: string; takesTheirs: boolean };

/**
 * Puts the form on top of the other person's version: where the reader had not touched a field, theirs is
 * taken; where both did, the reader's stays until they choose.
 */
export function mergeTheirs(
  form: UseFormReturn<FieldValues>,
  fields: Map<string, FieldWords>,
  stale: StaleDetails,
): Clash[] {
  const clashes: Clash[] = [];
  for (const [path, value] of Object.entries(stale.theirs)) {
    const words = fields.get(path);
    const theirs = value ?? "";
    const mine = String(form.getValues(path) ?? "");
    if (!words || theirs === mine) continue;
    const touched = form.getFieldState(path, form.formState).isDirty;
    clashes.push({ path, label: words.label, theirs, mine, takesTheirs: !touched });
    if (!touched) form.setValue(path, theirs, { shouldDirty: true });
  }
  const version = form.getValues("version");
  form.setValue("version", typeof version === "number" ? stale.version : String(stale.version));
  return clashes;
}
