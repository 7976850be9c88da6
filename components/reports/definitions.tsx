import { getTranslations } from "@/lib/platform/i18n/translator";
import { listMetrics, type ReportKey } from "@/lib/reports/metrics";
import styles from "./reports.module.css";
import { ReportSection } from "./section";

/** The registry's words for every figure of a report, those of its tables too. */
export async function Definitions({ report }: { report: ReportKey }) {
  const t = await getTranslations();
  return (
    <ReportSection title={t("reports.definitions")}>
      <dl className={styles.definitions}>
        {listMetrics(report).map((metric) => (
          <div key={metric.key} id={`definition-${metric.key}`}>
            <dt>{t(metric.nameKey)}</dt>
            <dd>{t(metric.formulaKey)}</dd>
          </div>
        ))}
      </dl>
    </ReportSection>
  );
}
