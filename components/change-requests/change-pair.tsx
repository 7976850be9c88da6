import type { ReactNode } from "react";
import type { ChangeRequestDetailField } from "@/lib/domain/change-requests/queries";
import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./change-requests.module.css";
import type { ValueWords } from "./value-words";

/** One field of a request: what stood beside what is asked for, and the document that shows it. */
export async function ChangePair(props: {
  field: ChangeRequestDetailField;
  words: ValueWords;
  children?: ReactNode;
}) {
  const { field, words } = props;
  const t = await getTranslations("change-requests");
  const removed = field.after === null && field.field.startsWith("qualification:");
  const now = words(field.field, field.present).join(" · ");
  return (
    <>
      <dl className={styles.pair}>
        <div className={styles.before}>
          <dt>{t("before")}</dt>
          <dd>
            <Lines lines={words(field.field, field.before)} />
          </dd>
        </div>
        <div className={styles.after}>
          <dt>{t("after")}</dt>
          <dd>
            <Lines lines={removed ? [t("removed")] : words(field.field, field.after)} />
          </dd>
        </div>
      </dl>
      {field.attachment ? (
        <p className={styles.said}>
          {t("document")}:{" "}
          <a href={`/attachments/${field.attachment.id}/file`} download>
            {field.attachment.title ?? field.attachment.fileName}
          </a>
        </p>
      ) : null}
      {field.stale ? <p className={styles.warn}>{t("staleHere", { now })}</p> : null}
      {field.lacksEvidence ? <p className={styles.warn}>{t("noEvidenceHere")}</p> : null}
      {props.children}
    </>
  );
}

export function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}
