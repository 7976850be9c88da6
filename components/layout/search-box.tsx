"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { GetForm } from "@/components/ui/get-form";
import { carryAlong } from "@/lib/platform/paging/carry";
import styles from "./frame-form.module.css";
import { OtherParams } from "./other-params";
import { type Suggestion, SuggestionList, type SuggestionWords } from "./suggestion-list";
import { useSuggestions } from "./use-suggestions";

/**
 * Ctrl-K or ⌘K from anywhere. What is typed is looked up as it is typed; the arrows choose, Enter opens what is
 * chosen or else the page of all that is found. Without script, Enter asks that page.
 */
export function SearchBox(props: {
  label: string;
  placeholder: string;
  icon: ReactNode;
  words: SuggestionWords;
}) {
  const router = useRouter();
  const params = useSearchParams();
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { groups, failed } = useSuggestions(typed);
  const items = groups?.flatMap((group) => group.items) ?? [];

  useEffect(() => {
    const input = document.activeElement;
    // Typed before the script was there.
    if (
      input instanceof HTMLInputElement &&
      box.current?.contains(input) &&
      input.value !== input.defaultValue
    ) {
      setTyped(input.value);
      setOpen(true);
    }
    function focus(event: globalThis.KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      box.current?.querySelector<HTMLInputElement>("input[type=search]")?.select();
    }
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  function go(item: Suggestion) {
    setOpen(false);
    setActive(-1);
    router.push(carryAlong(item.href, params));
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (items.length === 0) return;
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (now + step + items.length + 1) % (items.length + 1));
    } else if (event.key === "Enter") {
      const item = open ? items[active] : undefined;
      setOpen(false);
      if (!item) return;
      event.preventDefault();
      go(item);
    }
  }

  const shown = open && typed.trim() !== "" && (groups !== null || failed);
  return (
    <div ref={box} className={styles.search}>
      {props.icon}
      <GetForm label={props.label} action="/search">
        <input
          type="search"
          name="q"
          role="combobox"
          aria-label={props.label}
          aria-keyshortcuts="Control+K Meta+K"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && items[active] ? `${listId}-${active}` : undefined}
          placeholder={props.placeholder}
          defaultValue={params.get("q") ?? ""}
          autoComplete="off"
          onKeyDown={press}
          onBlur={(event) => {
            if (!box.current?.contains(event.relatedTarget)) setOpen(false);
          }}
          onFocus={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
        />
        <OtherParams params={carried(params)} except={[]} />
      </GetForm>
      <span className={styles.keys} aria-hidden="true">
        Ctrl K
      </span>
      <SuggestionList
        id={listId}
        label={props.label}
        words={props.words}
        groups={shown ? (groups ?? []) : null}
        failed={failed}
        active={active}
        hrefOf={(item) => carryAlong(item.href, params)}
        onPick={go}
      />
    </div>
  );
}

function carried(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => name === "asOf" || name === "park"));
}
