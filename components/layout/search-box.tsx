"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { GetForm } from "@/components/ui/get-form";
import styles from "./frame-form.module.css";
import { OtherParams } from "./other-params";

/** Ctrl-K or ⌘K from anywhere; Enter asks the search page. */
export function SearchBox(props: { label: string; placeholder: string; icon: ReactNode }) {
  const params = useSearchParams();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function focus(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      box.current?.querySelector<HTMLInputElement>("input[type=search]")?.select();
    }
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  return (
    <div ref={box} className={styles.search}>
      {props.icon}
      <GetForm label={props.label} action="/search">
        <input
          type="search"
          name="q"
          aria-label={props.label}
          aria-keyshortcuts="Control+K Meta+K"
          placeholder={props.placeholder}
          defaultValue={params.get("q") ?? ""}
          autoComplete="off"
        />
        <OtherParams params={carried(params)} except={[]} />
      </GetForm>
      <span className={styles.keys} aria-hidden="true">
        Ctrl K
      </span>
    </div>
  );
}

function carried(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => name === "asOf" || name === "park"));
}
