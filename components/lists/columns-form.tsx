"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { chooseColumnsAction } from "@/lib/domain/views/actions";
import type { ChoiceList } from "@/lib/domain/views/schema";
import { fillIn } from "@/lib/platform/i18n/translate-message";
import { moved } from "@/lib/platform/paging/columns";
import styles from "./columns-menu.module.css";

type Choice = { key: string; label: string; shown: boolean };

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
  columns: Choice[];
  words: Record<"form" | "apply" | "usual" | "up" | "down" | "always" | "moved" | "failed", string>;
}) {
  const { list, action, kept, remembers, words } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [order, setOrder] = useState(props.columns.map(({ key }) => key));
  const [said, setSaid] = useState("");
  const pressed = useRef<string | null>(null);
  const columns = order.flatMap((key) => props.columns.find((column) => column.key === key) ?? []);

  // A button that is moved in the page loses the focus that moved it.
  useEffect(() => {
    if (!pressed.current) return;
    form.current?.querySelector<HTMLElement>(`[value="${CSS.escape(pressed.current)}"]`)?.focus();
    pressed.current = null;
  });

  function move(event: MouseEvent<HTMLButtonElement>, { key, label }: Choice, by: number) {
    event.preventDefault();
    const next = moved(order, key, by);
    pressed.current = event.currentTarget.value;
    setOrder(next);
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
    <form ref={form} action={action} aria-label={words.form} className={styles.form} onSubmit={submit}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Enter in a plain form presses its first button, and that must not be an arrow. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className={styles.first} />
      <ul>
        {columns.map((column, at) => (
          <li key={column.key}>
            <label>
              <input
                type="checkbox"
                name="columns"
                value={column.key}
                defaultChecked={column.shown}
                disabled={at === 0}
              />
              {column.label}
              {at === 0 ? <small>{words.always}</small> : null}
            </label>
            {at === 0 ? (
              <input type="hidden" name="columns" value={column.key} />
            ) : (
              [arrow(column, -1, "up", at === 1), arrow(column, 1, "down", at === columns.length - 1)]
            )}
          </li>
        ))}
      </ul>
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

  function arrow(column: Choice, by: number, way: "up" | "down", off: boolean) {
    return (
      <button
        key={way}
        type="submit"
        name="move"
        value={`${column.key}:${way}`}
        aria-label={fillIn(words[way], { column: column.label })}
        aria-disabled={off || undefined}
        onClick={(event) => move(event, column, by)}
      >
        <span aria-hidden="true">{by < 0 ? "↑" : "↓"}</span>
      </button>
    );
  }
}
