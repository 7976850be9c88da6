"use client";

import { useRouter } from "next/navigation";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { closeNameOpeningAction } from "@/lib/domain/name-openings/actions";

type Words = { close: string; closed: string; failed: string };

/** Shuts the names of a firm before their time is up. */
export function CloseNames({ enterpriseId, words }: { enterpriseId: string; words: Words }) {
  const router = useRouter();
  const close = async () => {
    const result = await closeNameOpeningAction({ enterpriseId });
    showToast({ message: result.ok ? words.closed : words.failed });
    router.refresh();
  };
  return <LiveButton onClick={close}>{words.close}</LiveButton>;
}
