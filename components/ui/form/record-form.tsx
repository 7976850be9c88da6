"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { carryAlong } from "@/lib/platform/paging/carry";
import { Button } from "../button";
import { ConfirmLeave } from "./confirm-leave";
import { FailureBanner } from "./failure-banner";
import styles from "./form.module.css";
import { InputProvider } from "./input-provider";
import { RecordContext } from "./record-context";
import { useTypedEarly } from "./typed-early";
import { useDraft } from "./use-draft";
import type { RecordFormState } from "./use-record-form";

export type RecordFormProps = {
  record: RecordFormState;
  /** Where Cancel and Escape lead; back where the reader came from if none is given. */
  cancelHref?: string;
  /** The verb: "Save" where none is given. */
  submitLabel?: string;
  signInHref?: string;
  /** Without Cancel, for a form that is a page's whole purpose: signing in. */
  noCancel?: boolean;
  children: ReactNode;
};

/** The form around the fields: Enter saves, Escape leaves after asking, errors get the focus. */
export function RecordForm({ record, ...props }: RecordFormProps) {
  const t = useTranslations("ui.form");
  const router = useRouter();
  const params = useSearchParams();
  const element = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  const { form, fields, refusals, pending } = record;
  const dirty = form.formState.isDirty;
  const restored = useDraft(form, record.keepsDraft);
  const live = useTypedEarly(element, form);
  const context = useMemo(() => ({ form, fields }), [form, fields]);

  useEffect(() => {
    if (refusals === 0) return;
    // The fields learn of their errors one turn later than the form.
    const timer = setTimeout(() => {
      const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (wrong ?? element.current?.querySelector<HTMLElement>("[data-failure]"))?.focus();
    });
    return () => clearTimeout(timer);
  }, [refusals]);

  useEffect(() => {
    // Somebody who began before the script arrived is not moved elsewhere in mid-word.
    if (element.current?.contains(document.activeElement)) return;
    element.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, []);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  function save(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!pending && !record.lookAgain) void record.submit();
  }

  function leave() {
    record.abandon();
    if (props.cancelHref) router.push(carryAlong(props.cancelHref, params));
    else router.back();
  }

  function askToLeave() {
    if (dirty) setAsking(true);
    else leave();
  }

  function leaveByKey(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || props.noCancel) return;
    if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true") return;
    event.preventDefault();
    askToLeave();
  }

  return (
    <InputProvider>
      <RecordContext value={context}>
        <form ref={element} noValidate onSubmit={save} onKeyDown={leaveByKey} className={styles.form}>
          {restored ? (
            <p className={styles.restored} role="status">
              {t("restored")}
              <button type="button" onClick={record.startOver}>
                {t("startOver")}
              </button>
            </p>
          ) : null}
          <FailureBanner record={record} signInHref={props.signInHref ?? "/sign-in"} />
          {props.children}
          <div className={styles.verbs}>
            {record.lookAgain ? null : (
              <Button look="primary" type="submit" disabled={!live} aria-disabled={pending || undefined}>
                {pending ? t("saving") : (props.submitLabel ?? t("save"))}
              </Button>
            )}
            {props.noCancel ? null : (
              <Button disabled={!live} onClick={askToLeave}>
                {t("cancel")}
              </Button>
            )}
          </div>
        </form>
        <ConfirmLeave open={asking} onStay={() => setAsking(false)} onLeave={leave} />
      </RecordContext>
    </InputProvider>
  );
}
