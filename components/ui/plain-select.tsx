"use client";

import { type ComponentProps, useMemo } from "react";
import { escapeHtml } from "./plain-rows";

type PlainSelectProps = Omit<ComponentProps<"select">, "value" | "defaultValue" | "children"> & {
  options: readonly { value: string; label: string }[];
  /** The chosen one when the page was made; the browser keeps what is chosen after that. */
  value: string;
};

/**
 * A choice of an address: a filter, the park. Its options are sent as one text: as elements, those of a list page were a
 * tenth of all that stands around its rows. A form's own choices are `SelectField`.
 */
export function PlainSelect({ options, value, ...rest }: PlainSelectProps) {
  const drawn = useMemo(() => ({ __html: drawOptions(options, value) }), [options, value]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: plain text, escaped where it is drawn
  return <select {...rest} dangerouslySetInnerHTML={drawn} />;
}

/** What `value` names is chosen; where it names none, the first. */
export function drawOptions(options: PlainSelectProps["options"], value: string): string {
  return options
    .map((option) => {
      const chosen = option.value === value ? " selected" : "";
      return `<option value="${escapeHtml(option.value)}"${chosen}>${escapeHtml(option.label)}</option>`;
    })
    .join("");
}
