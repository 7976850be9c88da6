import { CloseNames } from "@/components/name-openings/close-names";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { purposeLabel } from "@/lib/domain/name-openings/labels";
import type { NameSight } from "@/lib/domain/name-openings/queries";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import styles from "./names-note.module.css";

/** Whether the names of a firm's roster are in sight, until when and for what, or how to open them. */
export async function NamesNote(props: {
  sight: NameSight;
  enterpriseId: string;
  searchParams: SearchParams;
}) {
  const [t, formats] = await Promise.all([getTranslations(), getFormats()]);
  const { sight } = props;
  if (sight.open) {
    const { until, purpose, note } = sight.open;
    return (
      <div className={styles.note}>
        <Banner tone="warn" title={t("employees.namesOpen", { time: formats.dateTime(until) })}>
          <p>{t("employees.namesFor", { purpose: t(purposeLabel(purpose)), note })}</p>
          <div>
            {t("employees.namesFile")}{" "}
            <ExportLinks
              at="/employees/names/export"
              searchParams={props.searchParams}
              className={styles.files}
            />
          </div>
          <p>
            <CloseNames
              enterpriseId={props.enterpriseId}
              words={{
                close: t("employees.closeNames"),
                closed: t("employees.namesClosed"),
                failed: t("errors.unexpected"),
              }}
            />
          </p>
        </Banner>
      </div>
    );
  }
  if (!sight.mayOpen) return null;
  return (
    <div className={styles.note}>
      <Banner title={t("employees.namesHelp")}>
        <p>
          <ButtonLink href={`/name-openings/new?enterprise=${props.enterpriseId}`}>
            {t("employees.openNames")}
          </ButtonLink>
        </p>
      </Banner>
    </div>
  );
}
