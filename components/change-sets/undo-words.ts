import { getTranslations } from "@/lib/platform/i18n/translator";
import type { UndoWords } from "./undo";

const refusals = [
  "change-sets.errors.undoneAlready",
  "change-sets.errors.standsSince",
  "errors.forbidden",
  "errors.notFound",
  "errors.conflict",
  "errors.stale",
  "errors.signedOut",
  "errors.unexpected",
] as const;

/**
 * The sentences of an undo, handed to the browser as they are: the frame stands on every page, and the message
 * formatter with its namespaces would be sent along with each.
 */
export async function undoWords(): Promise<UndoWords> {
  const t = await getTranslations();
  return {
    undo: t("change-sets.undo"),
    undoing: t("change-sets.undoing"),
    undone: t("change-sets.undone"),
    undoneBut: String(t.raw("change-sets.undoneBut")),
    failed: t("ui.toast.failed"),
    refusals: Object.fromEntries(refusals.map((key) => [key, String(t.raw(key))])),
  };
}
