import { Badge } from "@/components/ui/badge";
import { decisionLabel, fieldLabel } from "@/lib/domain/change-requests/labels";
import type { ChangeRequestDetailField } from "@/lib/domain/change-requests/queries";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { ChangePair } from "./change-pair";
import styles from "./change-requests.module.css";
import type { ValueWords } from "./value-words";

/** Fields as they were asked for, with what was decided. */
export async function DecidedFields(props: { fields: ChangeRequestDetailField[]; words: ValueWords }) {
  const t = await getTranslations();
  if (props.fields.length === 0) return null;
  return (
    <section className={`${styles.section} ${styles.fields}`}>
      {props.fields.map((field) => (
        <div key={field.id} className={styles.field}>
          <h2>
            {t(fieldLabel(field.field) as never)}{" "}
            {field.decision ? (
              <Badge tone={field.decision === "ACCEPTED" ? "good" : "bad"}>
                {t(decisionLabel(field.decision))}
              </Badge>
            ) : null}
          </h2>
          <ChangePair field={field} words={props.words}>
            {field.comment ? (
              <p className={styles.said}>
                {t("change-requests.comment")}: {field.comment}
              </p>
            ) : null}
          </ChangePair>
        </div>
      ))}
    </section>
  );
}
