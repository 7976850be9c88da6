import { undoChangeSetAction } from "@/lib/domain/change-sets/actions";
import { fillIn, parseMessage } from "@/lib/platform/i18n/translate-message";

/** What an undo may have to say, in the reader's language: a few sentences, where each page has its toasts. */
export type UndoWords = {
  undo: string;
  undoing: string;
  undone: string;
  undoneBut: string;
  failed: string;
  /** By message key. */
  refusals: Record<string, string>;
};

/** Undoes a change set and says what came of it: all of it, all but some that are named, or why not. */
export async function undo(
  words: UndoWords,
  changeSetId: string,
): Promise<{ ok: boolean; message: string; undoing?: string }> {
  const result = await undoChangeSetAction({ id: changeSetId, reason: null });
  if (!result.ok) {
    const { key, values } = parseMessage(result.message);
    return { ok: false, message: fillIn(words.refusals[key] ?? words.failed, values) };
  }
  const { kept, names } = result.data;
  const message = kept > 0 ? fillIn(words.undoneBut, { names: names.join(", ") }) : words.undone;
  return { ok: true, message, undoing: result.changeSetId };
}
