"use client";

import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { signOutEverywhereAction } from "@/lib/domain/users/actions";

export function SignOutEverywhere() {
  const t = useTranslations("auth");
  const leave = async () => {
    await signOutEverywhereAction({});
    window.location.assign("/sign-in");
  };
  return (
    <LiveButton look="danger" onClick={leave}>
      {t("everywhere")}
    </LiveButton>
  );
}
