"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./attachments.module.css";
import { sizeInWords } from "./file-size";
import type { Upload } from "./use-uploads";

type Props = { uploads: Upload[]; onCancel: (key: number) => void; onAgain: (upload: Upload) => void };

/** What became of each file, in words beside its name; the last change is read out. */
export function UploadList({ uploads, onCancel, onAgain }: Props) {
  const t = useTranslations("attachments");
  const all = useTranslations();
  const reasonOf = ({ message }: Upload) => (message ? translateMessage(all, message) : "");
  const last = uploads.findLast(({ state }) => state === "done" || state === "refused");
  return (
    <>
      <p className="visually-hidden" role="status">
        {last?.state === "done" ? t("announceDone", { name: last.file.name }) : null}
        {last?.state === "refused"
          ? t("announceRefused", { name: last.file.name, reason: reasonOf(last) })
          : null}
      </p>
      {uploads.length === 0 ? null : (
        <ul className={styles.uploads} aria-label={t("progress")}>
          {uploads.map((upload) => (
            <li key={upload.key} data-state={upload.state}>
              <span className={styles.name}>{upload.file.name}</span>
              <span className={styles.state}>{stateOf(upload)}</span>
              {upload.state === "sending" || upload.state === "waiting" ? (
                <>
                  <progress max={1} value={upload.share} aria-label={upload.file.name} />
                  <Button
                    look="quiet"
                    aria-label={t("cancelNamed", { name: upload.file.name })}
                    onClick={() => onCancel(upload.key)}
                  >
                    {t("cancel")}
                  </Button>
                </>
              ) : null}
              {upload.state === "cancelled" || mayTryAgain(upload) ? (
                <Button
                  look="quiet"
                  aria-label={t("againNamed", { name: upload.file.name })}
                  onClick={() => onAgain(upload)}
                >
                  {t("again")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );

  function stateOf(upload: Upload): string {
    if (upload.state === "refused") return reasonOf(upload);
    if (upload.state !== "sending") return t(upload.state);
    if (upload.share >= 1) return t("checking");
    return t("sending", { percent: Math.floor(upload.share * 100), size: sizeInWords(upload.file.size) });
  }
}

/** What is wrong with the file itself stays wrong; a broken line may not. */
function mayTryAgain({ state, message = "" }: Upload): boolean {
  return state === "refused" && !/^attachments\.errors\.(?!cutOff)/.test(message);
}
