"use client";

import { type ReactNode, useEffect, useRef } from "react";
import styles from "./menu.module.css";

/**
 * A native disclosure that holds links and buttons. It opens without JavaScript; with it, Escape, a click
 * elsewhere and following a link shut it.
 */
export function Menu(props: {
  label: ReactNode;
  name: string;
  className?: string;
  open?: boolean;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const menu = details.current;
    if (!menu) return;
    function shut(event: Event) {
      if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
    }
    function shutByKey(event: KeyboardEvent) {
      if (event.key !== "Escape" || !menu?.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
      event.stopPropagation();
    }
    function followed(event: MouseEvent) {
      if (menu && (event.target as Element).closest("a, [data-shuts-menu]")) menu.open = false;
    }
    document.addEventListener("pointerdown", shut);
    document.addEventListener("focusin", shut);
    menu.addEventListener("keydown", shutByKey);
    menu.addEventListener("click", followed);
    return () => {
      document.removeEventListener("pointerdown", shut);
      document.removeEventListener("focusin", shut);
      menu.removeEventListener("keydown", shutByKey);
      menu.removeEventListener("click", followed);
    };
  }, []);

  return (
    <details ref={details} className={styles.menu} open={props.open}>
      <summary aria-label={props.name} className={props.className}>
        {props.label}
      </summary>
      <div className={styles.sheet}>{props.children}</div>
    </details>
  );
}
