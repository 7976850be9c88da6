import { FROM_LIST } from "@/lib/domain/milestones/rules";

type Words = {
  (key: "fromList" | "noEvidence"): string;
  (key: "noEvidenceBecause", values: { reason: string }): string;
};

/** Why nothing shows that a milestone is done, as it was said; what an import said by itself in the reader's language. */
export function wordsOfReason(t: (key: "fromList") => string, reason: string | null): string | null {
  return reason === FROM_LIST ? t("fromList") : reason;
}

/** That a milestone is done without evidence, and why, where that was said. */
export function noEvidenceWords(t: Words, reason: string | null): string {
  if (reason === null) return t("noEvidence");
  return t("noEvidenceBecause", { reason: wordsOfReason(t, reason) ?? "" });
}
