import type { ReactNode } from "react";

/** A part of the picture that a screen reader passes over: the blocks and the table say the same. */
export function Unread(props: { transform?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a picture takes no focus
    <g aria-hidden="true" transform={props.transform}>
      {props.children}
    </g>
  );
}
