"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { removeAmountAction, withdrawRagAction } from "@/lib/domain/projects/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

const kinds = {
  amount: { action: removeAmountAction, label: "money.remove", done: "verbs.removeAmount" },
  rag: { action: withdrawRagAction, label: "declared.withdraw", done: "verbs.withdrawRag" },
} as const;

/** Takes a mistaken amount or a declared word back; the toast undoes it. */
export function RemoveRecord(props: { kind: keyof typeof kinds; id: string; version: number; back: string }) {
  const t = useTranslations("projects");
  const all = useTranslations();
  const router = useRouter();
  const { action, label, done } = kinds[props.kind];
  const remove = async () => {
    const result = await action({ id: props.id, version: props.version, reason: "" });
    if (!result.ok) return showToast({ message: translateMessage(all, result.message) });
    showToast({ message: t(done), changeSetId: result.changeSetId });
    router.push(props.back);
  };
  return (
    <p>
      <LiveButton look="danger" onClick={remove}>
        {t(label)}
      </LiveButton>
    </p>
  );
}
