"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { AppLink } from "./app-link";
import { between } from "./between";
import { Button } from "./button";
import styles from "./select-form.module.css";
import { useHydrated } from "./use-hydrated";

export type SelectFormProps = {
  action: string;
  label: string;
  /** What goes along with the ids, such as the day. */
  kept: Record<string, string>;
  /** The same for all rows that match, whatever is ticked. */
  all: { href: string; label: string };
  words: { none: string; selected: string; change: string };
};

/**
 * A form around a table whose rows can be ticked. Without JavaScript it is a plain GET form that takes the ticked
 * ids to `action`; with it, the ticks are counted, Shift extends them, and the box in the header ticks the page.
 */
export function SelectForm(props: SelectFormProps & { children: ReactNode }) {
  const { action, words } = props;
  const form = useRef<HTMLFormElement>(null);
  const last = useRef<HTMLInputElement | null>(null);
  const [count, setCount] = useState(0);
  const hydrated = useHydrated();
  const router = useRouter();

  function recount() {
    const boxes = boxesIn(form.current);
    const ticked = boxes.filter((box) => box.checked).length;
    const whole = form.current?.querySelector<HTMLInputElement>("thead input[type=checkbox]");
    if (whole) {
      whole.checked = ticked > 0 && ticked === boxes.length;
      whole.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    setCount(ticked);
  }

  // The next page brings other rows, and the browser may give back ticks of its own.
  useEffect(recount);

  function click({ target, shiftKey }: MouseEvent) {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    const boxes = boxesIn(form.current);
    if (target.closest("thead")) for (const box of boxes) box.checked = target.checked;
    else {
      const extended = shiftKey && last.current ? between(boxes, last.current, target) : [];
      for (const box of extended) box.checked = target.checked;
      last.current = target;
    }
    recount();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) query.append(name, String(value));
    if (query.has("id")) router.push(`${action}?${query}`);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a box arrives as its click
    <form ref={form} action={action} aria-label={props.label} onClick={click} onSubmit={submit}>
      <div className={styles.bar}>
        <output>{count > 0 ? words.selected.replace("{count}", String(count)) : words.none}</output>
        <Button type="submit" disabled={hydrated && count === 0}>
          {words.change}
        </Button>
        <AppLink href={props.all.href} carry={false}>
          {props.all.label}
        </AppLink>
      </div>
      {Object.entries(props.kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

function boxesIn(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>("tbody input[name=id]") ?? [])];
}
