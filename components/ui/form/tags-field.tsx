"use client";

import { Wide } from "./form-section";
import { TextField } from "./text-field";

/** Words of the office's own in one line, with those in use beneath so that one word keeps one spelling. */
export function TagsField(props: { tags: string[]; label: string; help: string; used: string }) {
  const help = props.tags.length > 0 ? `${props.help} ${props.used}` : props.help;
  return (
    <Wide>
      <TextField name="tags" label={props.label} help={help} optional />
    </Wide>
  );
}
