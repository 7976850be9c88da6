import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { classLabel } from "@/lib/domain/change-requests/labels";
import { qualificationField, qualificationOf } from "@/lib/domain/change-requests/rules";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./portal.module.css";
import { PortalCard } from "./portal-page";
import type { ValueWords } from "./value-words";

/** A firm's licences, until when each holds, and what is asked for about them. */
export async function ProfileQualifications(props: {
  firm: EnterpriseDto;
  open: ChangeRequestDto | null;
  words: ValueWords;
  today: CivilDate;
}) {
  const { firm, open, words, today } = props;
  const t = await getTranslations("change-requests");
  const all = await getTranslations();
  const asked = new Map(open?.fields.filter(({ decision }) => !decision).map((one) => [one.field, one]));
  const known = new Set(firm.qualifications.map(({ id }) => qualificationField(id)));
  const added = [...asked.values()].filter(({ field }) => qualificationOf(field) && !known.has(field));
  return (
    <PortalCard
      title={t("group.qualifications")}
      note={all(classLabel("REVIEWED"))}
      verb={
        <ButtonLink href="/portal/profile/qualifications/new" aria-label={t("portal.newQualification")}>
          {t("portal.add")}
        </ButtonLink>
      }
    >
      {known.size + added.length === 0 ? <p>{t("portal.qNone")}</p> : null}
      <ul className={styles.rows}>
        {firm.qualifications.map(({ id, title, number, validTo }) => {
          const change = asked.get(qualificationField(id));
          return (
            <li key={id}>
              <span>
                <AppLink href={`/portal/profile/qualifications/${id}`}>{title}</AppLink>
                <small>{number}</small>
                {change ? (
                  <small className={styles.asked}>
                    {change.after === null
                      ? t("portal.qDropped")
                      : t("portal.asked", { value: words(change.field, change.after).join(" · ") })}
                  </small>
                ) : null}
              </span>
              {validTo ? (
                <span className={validTo < today ? styles.late : undefined}>
                  {t(validTo < today ? "portal.qEnded" : "portal.qEnds", { on: validTo })}
                </span>
              ) : null}
            </li>
          );
        })}
        {added.map(({ field, after }) => (
          <li key={field}>
            <span>
              <AppLink href={`/portal/profile/qualifications/${qualificationOf(field)}`}>
                {words(field, after)[0]}
              </AppLink>
              <small className={styles.asked}>{t("portal.fieldWaits")}</small>
            </span>
          </li>
        ))}
      </ul>
    </PortalCard>
  );
}
