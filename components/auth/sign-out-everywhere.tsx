"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { signOutEverywhereAction } from "@/lib/domain/users/actions";

export function SignOutEverywhere() {
  const t = useTranslations("auth");
  const leave = async () => {
    await signOutEverywhereAction({});
    window.location.assign("/sign-in");
  };
  return (
    <Button look="danger" onClick={leave}>
      {t("everywhere")}
    </Button>
  );
}
