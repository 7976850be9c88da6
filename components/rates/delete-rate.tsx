"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { deleteRateAction } from "@/lib/domain/rates/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Takes back a rate that was entered by mistake. */
export function DeleteRate({ id, version }: { id: string; version: number }) {
  const t = useTranslations("rates");
  const all = useTranslations();
  const router = useRouter();
  const remove = async () => {
    const result = await deleteRateAction({ id, version, reason: "" });
    if (result.ok) {
      showToast({ message: t("deleted"), changeSetId: result.changeSetId });
      router.push("/rates");
    } else showToast({ message: translateMessage(all, result.message) });
  };
  return (
    <p>
      <LiveButton look="danger" onClick={remove}>
        {t("delete")}
      </LiveButton>
    </p>
  );
}
