import type { MouseEvent } from "react";

/** A click by which a reader means to go there, here and now: not to another tab, window or file. */
export function isPlainClick(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  );
}
