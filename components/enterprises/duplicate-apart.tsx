"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { tellEnterprisesApartAction } from "@/lib/domain/enterprises/actions";

type Words = Record<"verb" | "label" | "saving" | "saved" | "failed", string>;

/** Settles a pair as two firms; the message that follows can undo it. */
export function DuplicateApart({ id, otherId, words }: { id: string; otherId: string; words: Words }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function press() {
    setBusy(true);
    const result = await tellEnterprisesApartAction({ id, otherId }).catch(() => null);
    setBusy(false);
    if (result?.ok) showToast({ message: words.saved, changeSetId: result.changeSetId });
    else showToast({ message: words.failed });
    router.refresh();
  }

  return (
    <LiveButton look="quiet" disabled={busy} aria-label={words.label} onClick={press}>
      {busy ? words.saving : words.verb}
    </LiveButton>
  );
}
