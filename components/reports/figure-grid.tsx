import { AppLink } from "@/components/ui/app-link";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { toText } from "@/lib/reports/columns";
import type { Figure } from "@/lib/reports/figures";
import { getMetric } from "@/lib/reports/metrics";
import { MovingMark } from "./moving-mark";
import styles from "./reports.module.css";

/** Figures, each with what it is made of, its definition and the way to its rows, in one block with their day. */
export async function FigureGrid(props: {
  figures: Figure[];
  asOf: string;
  /** Whether the reader may see rows, which name firms. */
  mayRows: boolean;
  /** Carried into links to rows: the place and the instant of knowing. */
  query: Record<string, string | null>;
}) {
  const [t, formats] = await Promise.all([getTranslations(), getFormats()]);
  const unitOf = (kind: Figure["kind"]) =>
    kind === "AREA" || kind === "YEARS" || kind === "NUMBER" ? t(`reports.units.${kind}`) : null;
  return (
    <section aria-label={t("reports.figures")} className={styles.block}>
      <dl className={styles.grid}>
        {props.figures.map((figure) => {
          const metric = getMetric(figure.metric);
          const { over } = figure;
          const part = (value: string | number) => (over ? toText(over.kind, value, formats, t) : "");
          return (
            <div key={figure.metric} className={styles.figure}>
              <dt>{t(metric.nameKey)}</dt>
              <dd className={styles.value}>
                {toText(figure.kind, figure.value, formats, t)}
                <MovingMark standing={figure.standing} />
                {figure.value === null || !unitOf(figure.kind) ? null : <span>{unitOf(figure.kind)}</span>}
              </dd>
              {over ? (
                <dd className={styles.basis}>
                  {t(figure.kind === "RATE" ? "reports.of" : "reports.per", {
                    numerator: part(over.numerator),
                    denominator: part(over.denominator),
                  })}
                </dd>
              ) : null}
              <dd className={styles.basis}>
                <details>
                  <summary aria-label={`${t(metric.nameKey)}: ${t("reports.definition")}`}>
                    {t("reports.definition")}
                  </summary>
                  <p>{t(metric.formulaKey)}</p>
                  <p>
                    {metric.denominatorKey
                      ? t("reports.madeOver", {
                          numerator: t(metric.numeratorKey),
                          denominator: t(metric.denominatorKey),
                        })
                      : t("reports.made", { numerator: t(metric.numeratorKey) })}
                  </p>
                  <p>{t("reports.version", { version: metric.version })}</p>
                </details>
              </dd>
              {props.mayRows && figure.rows ? (
                <dd className={styles.basis}>
                  <AppLink
                    href={withQuery(figure.rows, props.query)}
                    aria-label={`${t(metric.nameKey)}: ${t("reports.rowsBehind")}`}
                  >
                    {t("reports.rowsBehind")}
                  </AppLink>
                </dd>
              ) : null}
            </div>
          );
        })}
      </dl>
      <p className={styles.foot}>{t("reports.source", { asOf: formats.longDate(props.asOf) })}</p>
    </section>
  );
}

function withQuery(href: string, query: Record<string, string | null>): string {
  const [pathname, search] = href.split("?");
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return `${pathname}?${params}`;
}
