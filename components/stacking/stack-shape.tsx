import type { Block } from "./blocks";

type Shape = Pick<Block, "kind" | "mark"> & { width: number; height: number; share?: number };

/** The hatching of committed space; once a picture. */
export function StackPatterns() {
  return (
    <defs>
      <pattern
        id="stk-hatch"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="0" y1="0" x2="0" y2="7" className="hatch" />
      </pattern>
    </defs>
  );
}

/**
 * A state as a colour and a pattern, in the plan's blocks and in its legend: hollow, hatched, solid, part filled
 * (the band at the foot is as long as the share that is let), a missing corner, a dotted edge, grey.
 */
export function StackShape({ kind, mark, width, height, share = 0.5 }: Shape) {
  const corner = Math.min(12, width / 2, height / 2);
  const band = Math.max(5, height / 7);
  const inset = kind === "holdover" ? Math.min(3.5, width / 4) : 0.7;
  return (
    <>
      <rect
        className="box"
        x={inset}
        y={inset}
        width={Math.max(0.5, width - 2 * inset)}
        height={height - 2 * inset}
        rx="1.5"
      />
      {kind === "holdover" ? (
        <rect
          className="warn"
          x={inset}
          y={inset}
          width={Math.max(0.5, width - 2 * inset)}
          height={height - 2 * inset}
        />
      ) : null}
      {kind === "committed" ? (
        <rect
          x="1.4"
          y="1.4"
          width={Math.max(0.5, width - 2.8)}
          height={height - 2.8}
          fill="url(#stk-hatch)"
        />
      ) : null}
      {kind === "partLet" ? (
        <rect
          className="solid"
          x="0.7"
          y={height - band}
          width={Math.max(1, (width - 1.4) * share)}
          height={band - 0.7}
        />
      ) : null}
      {kind === "expiring" || mark === "expiring" ? (
        <path className="cut" d={`M${width - corner} 0.7 H${width - 0.7} V${corner} Z`} />
      ) : null}
      {kind === "holdover" || mark === "holdover" ? (
        <rect className="dots" x="1" y="1" width={Math.max(0.5, width - 2)} height={height - 2} />
      ) : null}
    </>
  );
}
