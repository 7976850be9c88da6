import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./steps.module.css";

const steps = ["file", "columns", "preview", "done"] as const;

/** Where in the import we are. */
export async function ImportSteps({ current }: { current: "file" | "preview" | "done" }) {
  const t = await getTranslations("imports");
  const at = steps.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t("steps.label")}>
      {steps.map((step, i) => (
        <li key={step} aria-current={i === at ? "step" : undefined} data-past={i < at}>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
