import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusMark } from "@/components/ui/status-mark";
import { commitmentOutcomeLabel } from "@/lib/domain/commitments/labels";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { listPromisesOf, type PromisedOf } from "@/lib/reports/chain/facts-promises";
import { outcomeKinds } from "@/lib/reports/commitments/outcome-kinds";
import styles from "./promises-of.module.css";

/** What a firm or institute promised, or what was promised of a project; nothing where the viewer can read of none. */
export async function PromisesOf(props: { viewer: Viewer; of: PromisedOf; asOf: CivilDate }) {
  const { viewer } = props;
  const [t, sides] = await Promise.all([getTranslations(), listPromisesOf(viewer, props.of, props.asOf)]);
  if (sides.length === 0) return null;
  return (
    <section className={styles.promises} aria-label={t("nav.promises")}>
      <h2>{t("nav.promises")}</h2>
      <DescriptionList
        items={sides.map(({ noun, filter, total, rows }) => ({
          label: t(`${noun}.title`),
          value: (
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <AppLink href={`/${noun}/${row.id}`}>{titleOf(viewer.locale, row)}</AppLink>{" "}
                  {row.outcome ? (
                    <StatusMark
                      kind={outcomeKinds[row.outcome]}
                      label={t(commitmentOutcomeLabel(row.outcome))}
                    />
                  ) : null}
                </li>
              ))}
              {total > rows.length ? (
                <li>
                  <AppLink href={`/${noun}?${filter}`}>
                    {t("reports.promises.allOf", { count: total })}
                  </AppLink>
                </li>
              ) : null}
            </ul>
          ),
        }))}
      />
    </section>
  );
}
