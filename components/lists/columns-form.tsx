"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type MouseEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { chooseColumnsAction } from "@/lib/domain/views/actions";
import type { ChoiceList } from "@/lib/domain/views/schema";
import { fillIn } from "@/lib/platform/i18n/translate-message";
import { moved } from "@/lib/platform/paging/columns";
import styles from "./columns-menu.module.css";
import { type ColumnChoice, type ColumnWords, drawColumns } from "./columns-rows";

/**
 * The columns of a list with a tick and two arrows each. Sent as it is, it is a plain GET form, and the address says
 * the columns. With JavaScript the arrows move in place, and what was chosen is kept for the person.
 */
export function ColumnsForm(props: {
  list: ChoiceList;
  action: string;
  kept: [string, string][];
  remembers: boolean;
  usual: string;
  columns: ColumnChoice[];
  words: ColumnWords & Record<"form" | "apply" | "usual" | "moved" | "failed", string>;
}) {
  const { list, action, kept, remembers, words } = props;
  const router = useRouter();
  // One object for good: another one, even of the same text, would be drawn anew and forget what was moved and ticked.
  const [drawn] = useState(() => ({ __html: drawColumns(props.columns, words) }));
  const [said, setSaid] = useState("");

  function move(event: MouseEvent<HTMLUListElement>) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const row = button?.closest("li");
    if (!button || !row) return;
    event.preventDefault();
    const rows = [...event.currentTarget.children].map((child) => (child as HTMLElement).dataset.key ?? "");
    const [key = "", way] = button.value.split(":");
    const next = moved(rows, key, way === "up" ? -1 : 1);
    if (next !== rows) {
      if (way === "up") row.previousElementSibling?.before(row);
      else row.nextElementSibling?.after(row);
      markEnds(event.currentTarget);
    }
    // A button that is moved in the page loses the focus that moved it.
    button.focus();
    const { label = "" } = props.columns.find((column) => column.key === key) ?? {};
    setSaid(fillIn(words.moved, { column: label, place: String(next.indexOf(key) + 1) }));
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await apply(new FormData(event.currentTarget).getAll("columns").join(","));
  }

  async function apply(chosen: string | null) {
    const address = new URLSearchParams(kept);
    if (remembers) {
      const result = await chooseColumnsAction({ list, columns: chosen });
      if (!result.ok) return showToast({ message: words.failed });
    } else address.set("columns", chosen ?? "usual");
    router.push(address.size ? `${action}?${address}` : action, { scroll: false });
    router.refresh();
  }

  return (
    <form action={action} aria-label={words.form} className={styles.form} onSubmit={submit}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Enter in a plain form presses its first button, and that must not be an arrow. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className={styles.first} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a button arrives as its click */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaped where it is drawn */}
      <ul onClick={move} dangerouslySetInnerHTML={drawn} />
      <output className="visually-hidden">{said}</output>
      <div className={styles.verbs}>
        <Button look="primary" type="submit" data-shuts-menu>
          {words.apply}
        </Button>
        <a href={props.usual} onClick={takeUsual}>
          {words.usual}
        </a>
      </div>
    </form>
  );

  function takeUsual(event: MouseEvent) {
    event.preventDefault();
    void apply(null);
  }
}

/** The first that may move does not go up, and the last not down. */
function markEnds(list: HTMLUListElement) {
  const off = (button: Element | null | undefined, is: boolean) =>
    is ? button?.setAttribute("aria-disabled", "true") : button?.removeAttribute("aria-disabled");
  for (const [at, row] of [...list.children].entries()) {
    off(row.querySelector('[value$=":up"]'), at === 1);
    off(row.querySelector('[value$=":down"]'), at === list.children.length - 1);
  }
}
