"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { deleteAttachmentAction } from "@/lib/domain/attachments/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

type Props = {
  id: string;
  version: number;
  name: string;
  mayUndo: boolean;
  back?: string;
  look?: "quiet" | "danger";
};

/**
 * Takes a file away. It is not asked twice, since the message that follows can undo it, or says who can.
 */
export function RemoveAttachment({ id, version, name, mayUndo, back, look = "quiet" }: Props) {
  const t = useTranslations("attachments");
  const all = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function remove() {
    setBusy(true);
    const result = await deleteAttachmentAction({ id, version });
    setBusy(false);
    if (!result.ok) return showToast({ message: translateMessage(all, result.message) });
    if (mayUndo) showToast({ message: t("deleted", { name }), changeSetId: result.changeSetId });
    else showToast({ message: t("deletedAsk", { name }) });
    if (back) router.push(back);
    else router.refresh();
  }

  return (
    <LiveButton look={look} disabled={busy} aria-label={t("deleteNamed", { name })} onClick={remove}>
      {t("delete")}
    </LiveButton>
  );
}
