import { Button } from "@/components/ui/button";
import type { SelectOption } from "@/components/ui/form/select-field";
import { accepted, MAX_MB } from "@/lib/platform/files/media";
import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./attachments.module.css";

/** The same without a script: the browser's own chooser, and a button that sends. */
export async function PlainUploader(props: { action: string; kinds: SelectOption[]; usual: string }) {
  const t = await getTranslations("attachments");
  return (
    <noscript>
      <style>{`.${styles.uploader}[aria-label] { display: none }`}</style>
      <form action={props.action} method="post" encType="multipart/form-data" className={styles.uploader}>
        <div className={styles.verbs}>
          <label className={styles.kind}>
            {t("kindLabel")}
            <select name="kind" defaultValue={props.usual}>
              {props.kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.kind}>
            {t("fileName")}
            <input type="file" name="file" multiple required accept={accepted} />
          </label>
          <Button type="submit" look="primary">
            {t("upload")}
          </Button>
        </div>
        <p className={styles.help}>{t("help", { max: MAX_MB })}</p>
      </form>
    </noscript>
  );
}
