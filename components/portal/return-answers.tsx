"use client";

import { useTranslations } from "next-intl";
import styles from "./return.module.css";
import { useFieldWords } from "./return-field";
import type { Fillable } from "./return-fill";
import { ReturnSectionTitle } from "./return-steps";

/** Each question with the answer, what was said before, the reason given and what the office says to it. */
export function ReturnAnswers({ of }: { of: Fillable }) {
  const t = useTranslations("returns.fill");
  const words = useFieldWords();
  return of.definition.sections.map((section) => (
    <section key={section.key} aria-labelledby={`group-${section.key}`}>
      <ReturnSectionTitle section={section} />
      <table className={styles.answers}>
        <thead>
          <tr>
            <th scope="col">{t("question")}</th>
            <th scope="col">{t("answer")}</th>
            <th scope="col">{t("lastShort")}</th>
            <th scope="col">{t("yearAgoShort")}</th>
          </tr>
        </thead>
        <tbody>
          {section.fields.map((field) => {
            const { label, unit, show } = words(field);
            const reason = of.reasons[field.key];
            const comment = of.comments[field.key];
            return (
              <tr key={field.key}>
                <th scope="row">
                  {label}
                  {unit ? ` (${unit})` : ""}
                  {reason?.code ? (
                    <span className={styles.note}>
                      {t(`reasons.${reason.code}`)}: {reason.words}
                    </span>
                  ) : null}
                  {comment ? (
                    <span className={styles.note}>
                      {t("officeSays")} {comment}
                    </span>
                  ) : null}
                </th>
                <td>{show(of.answers[field.key]) || "–"}</td>
                <td>{show(of.last?.[field.key]) || "–"}</td>
                <td>{show(of.yearAgo?.[field.key]) || "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  ));
}
