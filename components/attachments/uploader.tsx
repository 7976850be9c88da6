"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from "react";
import type { SelectOption } from "@/components/ui/form/select-field";
import { accepted, MAX_MB } from "@/lib/platform/files/media";
import styles from "./attachments.module.css";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

type Props = { action: string; kinds: SelectOption[]; usual: string };

/** Takes files: chosen, dropped or photographed; each goes off at once and says what becomes of it. */
export function Uploader({ action, kinds, usual }: Props) {
  const t = useTranslations("attachments");
  const { uploads, add, cancel, again } = useUploads(action);
  const kind = useRef<HTMLSelectElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(files: FileList | null) {
    if (files && files.length > 0) add([...files], kind.current?.value ?? usual);
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    take(event.target.files);
    event.target.value = ""; // choosing the same file again is a change again
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before the script was there
  useEffect(() => {
    take(chooser.current?.files ?? null);
    if (chooser.current) chooser.current.value = "";
  }, []);

  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <section
      className={styles.uploader}
      aria-label={t("add")}
      data-over={over || undefined}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.invite}>{over ? t("dropNow") : t("drop")}</p>
      <div className={styles.verbs}>
        <label className={styles.kind}>
          {t("kindLabel")}
          <select ref={kind} name="kind" defaultValue={usual}>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.button}>
          {t("choose")}
          <input ref={chooser} type="file" multiple accept={accepted} onChange={choose} />
        </label>
        <label className={`${styles.button} ${styles.camera}`}>
          {t("camera")}
          <input type="file" accept="image/*" capture="environment" onChange={choose} />
        </label>
      </div>
      <p className={styles.help}>{t("help", { max: MAX_MB })}</p>
      <UploadList uploads={uploads} onCancel={cancel} onAgain={again} />
    </section>
  );
}
