import { FROM_LIST } from "@/lib/domain/milestones/rules";

type Say = (key: "fromList") => string;

/** Why nothing shows that a milestone is done, as it was said; what an import said by itself in the reader's language. */
export function wordsOfReason(t: Say, reason: string | null): string | null {
  return reason === FROM_LIST ? t("fromList") : reason;
}
