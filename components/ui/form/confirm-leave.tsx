"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "../button";
import styles from "./form.module.css";

export function ConfirmLeave(props: { open: boolean; onStay: () => void; onLeave: () => void }) {
  const t = useTranslations("ui.form");
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (props.open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [props.open]);

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="leave-title" onClose={props.onStay}>
      <h2 id="leave-title">{t("leaveTitle")}</h2>
      <p>{t("leaveText")}</p>
      <div className={styles.verbs}>
        <Button look="primary" onClick={props.onStay}>
          {t("stay")}
        </Button>
        <Button look="danger" onClick={props.onLeave}>
          {t("leave")}
        </Button>
      </div>
    </dialog>
  );
}
