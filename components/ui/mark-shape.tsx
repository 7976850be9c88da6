import type { ReactNode } from "react";

/** Every meaning that has a colour has a shape too, so that grey print and colour-blind eyes can read it. */
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

export function MarkShape({ kind, size = 12 }: { kind: StatusKind; size?: number }) {
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
  );
}

const box = { x: 1, y: 1, width: 10, height: 10, rx: 1.5 };
const edge = { ...box, fill: "none", stroke: "currentColor", strokeWidth: 1.4 };

const shapes: Record<StatusKind, ReactNode> = {
  vacant: <rect {...edge} />,
  committed: (
    <>
      <rect {...edge} />
      <path d="M1.5 6.5 6.5 1.5M1.5 11 11 1.5M5.5 11 11 5.5" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  occupied: <rect {...box} fill="currentColor" />,
  partLet: (
    <>
      <rect {...edge} />
      <path d="M1.5 6h9v5h-9z" fill="currentColor" />
    </>
  ),
  expiring: (
    <path
      d="M2.5 1H6l5 5v3.5A1.5 1.5 0 0 1 9.5 11h-7A1.5 1.5 0 0 1 1 9.5v-7A1.5 1.5 0 0 1 2.5 1z"
      fill="currentColor"
    />
  ),
  holdover: (
    <>
      <rect x="3.5" y="3.5" width="5" height="5" fill="currentColor" />
      <rect {...edge} strokeDasharray="1.6 1.6" />
    </>
  ),
  selfUse: <rect {...box} fill="currentColor" opacity="0.75" />,
  ended: <path d="M1 6h10" stroke="currentColor" strokeWidth="1.6" />,
  onTrack: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  atRisk: <path d="M6 1l5.4 10H.6z" fill="currentColor" />,
  late: <rect {...box} rx="0" fill="currentColor" />,
  silent: <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  done: <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
};
