"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { removeMeasurementAction } from "@/lib/domain/commitments/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Takes a mistaken measurement away; the toast undoes it. */
export function RemoveMeasurement(props: { id: string; version: number; back: string }) {
  const t = useTranslations("commitments");
  const all = useTranslations();
  const router = useRouter();
  const remove = async () => {
    const result = await removeMeasurementAction({ id: props.id, version: props.version, reason: "" });
    if (!result.ok) return showToast({ message: translateMessage(all, result.message) });
    showToast({ message: t("verbs.removeMeasurement"), changeSetId: result.changeSetId });
    router.push(props.back);
  };
  return (
    <p>
      <LiveButton look="danger" onClick={remove}>
        {t("removeTitle")}
      </LiveButton>
    </p>
  );
}
