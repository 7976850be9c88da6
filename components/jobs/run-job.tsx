"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { runJobAction } from "@/lib/domain/jobs/actions";
import { noCounts } from "@/lib/domain/jobs/labels";
import type { RunJobInput } from "@/lib/domain/jobs/schema";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Runs a job now: dry, or in earnest. */
export function RunJob({ job, label }: { job: RunJobInput["job"]; label: string }) {
  const t = useTranslations("jobs");
  const all = useTranslations();
  const router = useRouter();
  const run = async (dryRun: boolean) => {
    const result = await runJobAction({ job, dryRun });
    const counts = result.ok ? { ...noCounts, ...result.data.result } : noCounts;
    const message = result.ok
      ? t(dryRun ? "wouldBe" : "done", { counts: t(`counts.${job}`, counts) })
      : translateMessage(all, result.message);
    showToast({ message });
    router.refresh();
  };
  return (
    <>
      <LiveButton aria-label={`${t("dryRun")}: ${label}`} onClick={() => run(true)}>
        {t("dryRun")}
      </LiveButton>{" "}
      <LiveButton
        look={job === "PURGE_EMPLOYEES" ? "danger" : "plain"}
        aria-label={`${t("run")}: ${label}`}
        onClick={() => run(false)}
      >
        {t("run")}
      </LiveButton>
    </>
  );
}
