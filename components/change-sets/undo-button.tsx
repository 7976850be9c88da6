"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { type UndoWords, undo } from "./undo";

type Props = { changeSetId: string; label: string; words: UndoWords };

/** Undoes one change set; the message that follows can undo the undoing. One that asks why leads to where it is said. */
export function UndoButton({ asks, ...props }: Props & { asks?: boolean }) {
  if (!asks) return <UndoAtOnce {...props} />;
  return (
    <ButtonLink look="quiet" href={`/change-sets/${props.changeSetId}/undo`} aria-label={props.label}>
      {props.words.undo}
    </ButtonLink>
  );
}

function UndoAtOnce(props: Props) {
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
