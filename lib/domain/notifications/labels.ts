import type { Way } from "./rules";

export const wayLabels = {
  MAIL: "notifications.way.MAIL",
  DIGEST: "notifications.way.DIGEST",
  NONE: "notifications.way.NONE",
} as const satisfies Record<Way, string>;
