import styles from "@/components/change-requests/portal.module.css";
import { AppLink } from "@/components/ui/app-link";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import { employmentLabel, jobCategoryLabel } from "@/lib/domain/employees/labels";
import { PERMIT_DAYS } from "@/lib/domain/employees/rules";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { FIRM_ROSTER } from "./firm-roster";
import own from "./firm-roster.module.css";

/** A firm's own people as a thumb reads them: the name leads, the rest is one line beneath. */
export async function FirmRosterRows(props: { rows: EmployeeDto[]; asOf: CivilDate; several: boolean }) {
  const { rows, asOf, several } = props;
  const [t, all, locale, formats] = await Promise.all([
    getTranslations("employees"),
    getTranslations(),
    currentLocale(),
    getFormats(),
  ]);
  const soon = addDays(asOf, Math.max(...PERMIT_DAYS));
  return (
    <ul className={`${styles.card} ${styles.rows} ${own.people}`}>
      {rows.map((row) => {
        const { permitExpiresOn: permit, leftOn, jobCategory, employment } = row;
        const no = t("no", { number: String(row.number) });
        const here = leftOn === null || leftOn > asOf;
        const said = [
          row.name ? no : null,
          row.staffNo,
          jobCategory && all(jobCategoryLabel(jobCategory)),
          employment === "OWN" ? null : all(employmentLabel(employment)),
          row.intern ? t("intern") : null,
          several ? nameOf(locale, row.park) : null,
          t(leftOn ? "portal.fromTo" : "portal.since", {
            from: formats.date(row.joinedOn),
            to: formats.date(leftOn),
          }),
        ];
        return (
          <li key={row.id}>
            <span className={own.person}>
              <AppLink href={`${FIRM_ROSTER}/${row.id}`}>{row.name ?? no}</AppLink>
              <small>{said.filter(Boolean).join(" · ")}</small>
              {here && permit && permit <= soon ? (
                <small className={permit < asOf ? styles.late : styles.asked}>
                  {t(permit < asOf ? "portal.permitEnded" : "portal.permitEnds", {
                    on: formats.date(permit),
                  })}
                </small>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
