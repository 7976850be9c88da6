"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { revokeTokenAction } from "@/lib/domain/tokens/actions";

export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations("tokens");
  const router = useRouter();
  const revoke = async () => {
    const result = await revokeTokenAction({ id });
    if (result.ok) showToast({ message: t("revokedToast") });
    router.refresh();
  };
  return (
    <LiveButton look="danger" aria-label={`${t("revoke")}: ${name}`} onClick={revoke}>
      {t("revoke")}
    </LiveButton>
  );
}
