"use client";

import { useTranslations } from "next-intl";
import { undoChangeSetAction } from "@/lib/domain/change-sets/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Undoes a change set and says what came of it: all of it, all but some that are named, or why not. */
export function useUndo(): (
  changeSetId: string,
) => Promise<{ ok: boolean; message: string; undoing?: string }> {
  const all = useTranslations();
  const t = useTranslations("change-sets");
  return async (id) => {
    const result = await undoChangeSetAction({ id });
    if (!result.ok) return { ok: false, message: translateMessage(all, result.message) };
    const { kept, names } = result.data;
    const message = kept > 0 ? t("undoneBut", { names: names.join(", ") }) : t("undone");
    return { ok: true, message, undoing: result.changeSetId };
  };
}
