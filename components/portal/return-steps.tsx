"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReturnSection } from "@/lib/domain/return-forms/rules";
import { isLocale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import styles from "./return.module.css";

function useWords() {
  const locale = useLocale();
  return (nameZh: string | null, nameEn: string | null) =>
    nameOf(isLocale(locale) ? locale : "en", { nameZh, nameEn });
}

/** The groups of questions as a line: where one is, and which are done. */
export function ReturnSteps(props: {
  sections: ReturnSection[];
  step: number;
  go: (step: number) => void;
  isDone: (section: ReturnSection) => boolean;
}) {
  const t = useTranslations("returns.answering");
  const words = useWords();
  if (props.sections.length < 2) return null;
  return (
    <ol className={styles.steps} aria-label={t("steps")}>
      {props.sections.map((section, i) => (
        <li key={section.key} style={{ display: "contents" }}>
          <button
            type="button"
            aria-current={i === props.step ? "step" : undefined}
            data-done={props.isDone(section) || undefined}
            onClick={() => props.go(i)}
          >
            {words(section.titleZh, section.titleEn)}
            {props.isDone(section) ? " ✓" : ""}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What a group is about. */
export function ReturnSectionTitle({ section }: { section: ReturnSection }) {
  const words = useWords();
  const help = words(section.helpZh, section.helpEn);
  return (
    <>
      <h2 id={`group-${section.key}`}>{words(section.titleZh, section.titleEn)}</h2>
      {help ? <p>{help}</p> : null}
    </>
  );
}
