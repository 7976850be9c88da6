"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { runJobAction } from "@/lib/domain/jobs/actions";
import type { RunJobInput } from "@/lib/domain/jobs/schema";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Runs a job now: dry, or in earnest. */
export function RunJob({ job }: { job: RunJobInput["job"] }) {
  const t = useTranslations("jobs");
  const all = useTranslations();
  const router = useRouter();
  const run = async (dryRun: boolean) => {
    const result = await runJobAction({ job, dryRun });
    const people = result.ok ? (result.data.result.people ?? 0) : 0;
    const message = result.ok
      ? t(dryRun ? "wouldGo" : "done", { people })
      : translateMessage(all, result.message);
    showToast({ message });
    router.refresh();
  };
  return (
    <p>
      <LiveButton onClick={() => run(true)}>{t("dryRun")}</LiveButton>{" "}
      <LiveButton look="danger" onClick={() => run(false)}>
        {t("run")}
      </LiveButton>
    </p>
  );
}
