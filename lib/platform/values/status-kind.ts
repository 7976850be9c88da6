/** The meanings that have a colour and a shape of their own, the same on every screen. */
export type StatusKind =
  | "vacant"
  | "committed"
  | "occupied"
  | "partLet"
  | "expiring"
  | "holdover"
  | "selfUse"
  | "ended"
  | "onTrack"
  | "atRisk"
  | "late"
  | "silent"
  | "done";
