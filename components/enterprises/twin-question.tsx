"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useRecordContext } from "@/components/ui/form/record-context";
import { useValues } from "@/components/ui/form/use-values";
import { findTwinsAction } from "@/lib/domain/enterprises/actions";
import { nameOf } from "@/lib/platform/i18n/names";
import styles from "./twin-question.module.css";

export type Twin = Awaited<ReturnType<typeof findTwinsAction>>[number];

type Props = {
  /** Where the firm being typed stands in the form: `firm.nameZh`, `firm.nameEn`, `firm.identifier`. */
  path: string;
  onUse: (twin: Twin, name: string) => void;
  /** Counts the form's refusals: each may be for a firm that somebody else has just added. */
  refusals: number;
  /** The field to go on at once it is another firm. */
  next: string;
};

const PAUSE = 300;

/**
 * Before a firm is written twice: what is typed and what is on record, side by side, and a key for either answer.
 * Those found to be others are kept in the form's `otherThan`.
 */
export function TwinQuestion({ path, onUse, refusals, next }: Props) {
  const t = useTranslations("enterprises");
  const { form } = useRecordContext();
  const locale = useLocale();
  const [nameZh = "", nameEn = "", identifier = "", others = ""] = useValues([
    `${path}.nameZh`,
    `${path}.nameEn`,
    `${path}.identifier`,
    "otherThan",
  ]);
  const [answer, setAnswer] = useState<{ twins: Twin[]; waited: boolean }>({ twins: [], waited: false });
  const panel = useRef<HTMLElement>(null);
  const asked = useRef<number | null>(null);

  useEffect(() => {
    if (!nameZh && !nameEn && !identifier) return;
    // The first answer, and that to a refusal, is waited for: the question takes the focus.
    const waited = asked.current !== refusals;
    let current = true;
    const timer = setTimeout(
      async () => {
        const found = await findTwinsAction({ nameZh, nameEn, identifier }).catch(() => []);
        if (!current) return;
        asked.current = refusals;
        setAnswer({ twins: found, waited });
      },
      waited ? 0 : PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [nameZh, nameEn, identifier, refusals]);

  useEffect(() => {
    if (answer.waited) focusOn(panel.current, asked.current !== 0);
  }, [answer]);

  const open = answer.twins.filter((twin) => twin.certain || !others.includes(twin.id));
  const [twin, ...further] = open;
  if (!twin) return null;

  const use = () => onUse(twin, nameOf(locale === "zh" ? "zh" : "en", twin));
  function differ() {
    if (!twin || twin.certain) return;
    form.setValue("otherThan", [...(form.getValues("otherThan") as string[]), twin.id], {
      shouldDirty: true,
    });
    form.clearErrors([`${path}.nameZh`, `${path}.nameEn`]);
    if (further.length === 0) form.setFocus(next);
  }
  function choose(event: KeyboardEvent) {
    if (event.key !== "1" && event.key !== "2") return;
    event.preventDefault();
    if (event.key === "1") use();
    else differ();
  }

  const rows = [
    [t("nameZh"), nameZh, twin.nameZh],
    [t("nameEn"), nameEn, twin.nameEn],
    [t("twin.identifiers"), identifier, twin.identifiers.join(", ")],
  ] as const;
  return (
    <section ref={panel} className={styles.panel} aria-labelledby="twin-title" onKeyDown={choose}>
      <h3 id="twin-title" role="alert">
        {t(twin.certain ? "twin.certain" : "twin.title")}
      </h3>
      <table className={styles.sides}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("twin.typed")}</th>
            <th scope="col">
              {t("twin.onRecord")}
              {twin.endedOn ? <small> {t("twin.gone", { on: twin.endedOn })}</small> : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, typed, kept]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{typed || "–"}</td>
              <td>{kept || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.answers}>
        <Button look="primary" aria-keyshortcuts="1" onClick={use}>
          {t("twin.use")} <kbd>1</kbd>
        </Button>
        {twin.certain ? null : (
          <Button aria-keyshortcuts="2" onClick={differ}>
            {t("twin.different")} <kbd>2</kbd>
          </Button>
        )}
        {further.length > 0 ? <span>{t("twin.more", { count: further.length })}</span> : null}
      </div>
    </section>
  );
}

/** Unasked, only from the box in which the firm was chosen: nobody is moved elsewhere in mid-word. */
function focusOn(panel: HTMLElement | null, asked: boolean): void {
  const here = document.activeElement;
  if (asked || here === document.body || here?.getAttribute("role") === "combobox") {
    panel?.querySelector("button")?.focus();
  }
}
