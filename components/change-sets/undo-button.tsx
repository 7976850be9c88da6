"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { type UndoWords, undo } from "./undo";

/** Undoes one change set; the message that follows can undo the undoing. */
export function UndoButton(props: { changeSetId: string; label: string; words: UndoWords }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function press() {
    setBusy(true);
    const { message, undoing } = await undo(props.words, props.changeSetId);
    setBusy(false);
    showToast({ message, changeSetId: undoing });
    router.refresh();
  }

  return (
    <LiveButton look="quiet" disabled={busy} aria-label={props.label} onClick={press}>
      {busy ? props.words.undoing : props.words.undo}
    </LiveButton>
  );
}
