import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { duplicateLabel } from "@/lib/domain/enterprises/labels";
import type { DuplicateFirm, DuplicatePair } from "@/lib/domain/enterprises/queries-duplicates";
import { nameOf, otherNameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { DuplicateApart } from "./duplicate-apart";
import styles from "./duplicates.module.css";

/** Pairs of firms that may be one: both, in what they are alike, and the two verbs that settle it. */
export async function DuplicateList({ pairs }: { pairs: DuplicatePair[] }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const firm = (of: DuplicateFirm, label: string) => (
    <div className={styles.firm}>
      <span className={styles.role}>{label}</span>
      <AppLink href={`/enterprises/${of.id}`}>{nameOf(locale, of)}</AppLink>
      {[otherNameOf(locale, of), ...of.codes].filter(Boolean).map((line) => (
        <small key={line} className="tabular">
          {line}
        </small>
      ))}
      <small>
        {t("enterprises.duplicates.parts", {
          leases: of.leases,
          headcounts: of.headcounts,
          projects: of.projects,
        })}
      </small>
    </div>
  );
  return (
    <ul className={styles.pairs} aria-label={t("enterprises.duplicates.table")}>
      {pairs.map(({ keep, other, reasons }) => {
        const names = { first: nameOf(locale, keep), second: nameOf(locale, other) };
        return (
          <li key={`${keep.id} ${other.id}`} className={styles.pair}>
            {firm(keep, t("enterprises.duplicates.keep"))}
            {firm(other, t("enterprises.duplicates.other"))}
            <div className={styles.reasons}>
              {reasons.map((reason) => (
                <Badge key={reason}>{t(duplicateLabel(reason))}</Badge>
              ))}
            </div>
            <div className={styles.verbs}>
              <ButtonLink
                href={`/enterprises/${keep.id}/merge?with=${other.id}`}
                aria-label={t("enterprises.duplicates.compareOne", names)}
              >
                {t("enterprises.duplicates.compare")}
              </ButtonLink>
              <DuplicateApart
                id={keep.id}
                otherId={other.id}
                words={{
                  verb: t("enterprises.duplicates.apart"),
                  label: t("enterprises.duplicates.apartOne", names),
                  saving: t("enterprises.duplicates.saving"),
                  saved: t("enterprises.duplicates.apartSaved"),
                  failed: t("enterprises.duplicates.failed"),
                }}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
