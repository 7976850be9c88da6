"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { deleteHeadcountAction } from "@/lib/domain/headcounts/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Takes back a declaration that was entered by mistake. */
export function DeleteHeadcount(props: { id: string; version: number; back: string }) {
  const t = useTranslations("headcounts");
  const all = useTranslations();
  const router = useRouter();
  const remove = async () => {
    const result = await deleteHeadcountAction({ id: props.id, version: props.version, reason: "" });
    if (result.ok) {
      showToast({ message: t("deleted") });
      router.push(props.back);
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
