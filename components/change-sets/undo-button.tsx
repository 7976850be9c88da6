"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { useUndo } from "./use-undo";

/** Undoes one change set; the message that follows can undo the undoing. */
export function UndoButton(props: { changeSetId: string; label: string }) {
  const t = useTranslations("change-sets");
  const router = useRouter();
  const undo = useUndo();
  const [busy, setBusy] = useState(false);

  async function press() {
    setBusy(true);
    const { message, undoing } = await undo(props.changeSetId);
    setBusy(false);
    showToast({ message, changeSetId: undoing });
    router.refresh();
  }

  return (
    <LiveButton look="quiet" disabled={busy} aria-label={props.label} onClick={press}>
      {busy ? t("undoing") : t("undo")}
    </LiveButton>
  );
}
