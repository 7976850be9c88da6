"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { deleteViewAction } from "@/lib/domain/views/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Takes a view away, without asking twice: the message that follows can undo it. */
export function DeleteView(props: {
  id: string;
  version: number;
  name: string;
  list: string;
  mayUndo: boolean;
}) {
  const { id, version, name, list, mayUndo } = props;
  const t = useTranslations("views");
  const all = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function remove() {
    setBusy(true);
    const result = await deleteViewAction({ id, version });
    setBusy(false);
    if (!result.ok) return showToast({ message: translateMessage(all, result.message) });
    showToast({ message: t("deleted", { name }), changeSetId: mayUndo ? result.changeSetId : undefined });
    router.push(`/${list}?view=none`);
  }

  return (
    <LiveButton look="danger" disabled={busy} aria-label={t("deleteNamed", { name })} onClick={remove}>
      {t("delete")}
    </LiveButton>
  );
}
