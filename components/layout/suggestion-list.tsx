"use client";

import type { MouseEvent } from "react";
import styles from "./suggestion-list.module.css";

export type Suggestion = { href: string; name: string; hint: string | null };
export type SuggestionGroup = { key: string; items: Suggestion[] };
export type SuggestionWords = { groups: Record<string, string>; nothing: string; failed: string };

/** What the box offers, by kind. Each line is a link as well, so that it opens in a new tab like any other. */
export function SuggestionList(props: {
  id: string;
  label: string;
  words: SuggestionWords;
  /** Null while nothing is to be shown: the list stays, empty, for the box to point at. */
  groups: SuggestionGroup[] | null;
  failed: boolean;
  active: number;
  hrefOf: (item: Suggestion) => string;
  onPick: (item: Suggestion) => void;
}) {
  const { groups, words } = props;
  let place = -1;
  const empty = groups !== null && groups.length === 0;
  return (
    <div className={styles.list} hidden={groups === null}>
      <div id={props.id} role="listbox" aria-label={props.label} hidden={empty}>
        {groups?.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group.key} role="group" aria-labelledby={`${props.id}-${group.key}`}>
            <div id={`${props.id}-${group.key}`} className={styles.head} role="presentation">
              {words.groups[group.key]}
            </div>
            {group.items.map((item) => {
              place += 1;
              return (
                <a
                  key={item.href}
                  id={`${props.id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === props.active}
                  href={props.hrefOf(item)}
                  onClick={(event) => pick(event, item)}
                >
                  <span>{item.name}</span>
                  {item.hint ? <small>{item.hint}</small> : null}
                </a>
              );
            })}
          </div>
        ))}
      </div>
      <p role="status" className={styles.nothing}>
        {empty ? (props.failed ? words.failed : words.nothing) : null}
      </p>
    </div>
  );

  function pick(event: MouseEvent, item: Suggestion) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.onPick(item);
  }
}
