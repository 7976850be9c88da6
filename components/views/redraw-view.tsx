"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { redrawViewAction } from "@/lib/domain/views/actions";
import styles from "./view-bar.module.css";

/** Makes a view what is shown. The message that follows can undo it. */
export function RedrawView(props: {
  id: string;
  version: number;
  query: string;
  mayUndo: boolean;
  words: { redraw: string; named: string; done: string; failed: string };
}) {
  const { id, version, query, words } = props;
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function redraw() {
    setBusy(true);
    const result = await redrawViewAction({ id, version, query });
    setBusy(false);
    if (!result.ok) showToast({ message: words.failed });
    else showToast({ message: words.done, changeSetId: props.mayUndo ? result.changeSetId : undefined });
    router.refresh();
  }

  return (
    <LiveButton
      look="quiet"
      className={styles.tool}
      disabled={busy}
      aria-label={words.named}
      onClick={redraw}
    >
      {words.redraw}
    </LiveButton>
  );
}
