import type { ReactNode } from "react";
import type { ImportDto } from "@/lib/domain/imports/dto";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./counts.module.css";

const names = ["rows", "created", "updated", "unchanged", "duplicates", "failed"] as const;

/** What becomes of the rows, and the verb that follows; stays in sight while the preview is read. */
export async function ImportCounts({ file, children }: { file: ImportDto; children?: ReactNode }) {
  const [t, formats] = await Promise.all([getTranslations("imports"), getFormats()]);
  return (
    <section className={styles.bar} aria-label={t("counts.label")}>
      <dl className={styles.counts}>
        {names.map((name) => (
          <div key={name} data-bad={name === "failed" && file.failed > 0}>
            <dt>{t(`counts.${name}`)}</dt>
            <dd>{formats.count(file[name])}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
