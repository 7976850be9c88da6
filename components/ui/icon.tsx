import type { Icon as TablerIcon } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { escapeHtml } from "./plain-rows";

/**
 * An icon beside words that say the same. Its lines are sent as one text: as elements, those of a page's icons were a
 * seventh of all that stands around its rows.
 */
export function Icon({ of, size, stroke = 2 }: { of: TablerIcon; size: number; stroke?: number }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the library's own lines, escaped where they are drawn
      dangerouslySetInnerHTML={linesOf(of)}
    />
  );
}

const drawn = new Map<TablerIcon, { __html: string }>();

/** Drawn once for each icon: what the library's component would put into its svg. */
function linesOf(icon: TablerIcon): { __html: string } {
  const known = drawn.get(icon) ?? { __html: drawLines(icon) };
  drawn.set(icon, known);
  return known;
}

type Line = ReactElement<Record<string, string>> | undefined;

function drawLines(icon: TablerIcon): string {
  const { render } = icon as unknown as { render: (props: object, ref: null) => ReactElement };
  const { children } = render({}, null).props as { children: Line[] };
  return children.map((line) => (line ? `<${line.type}${attributesOf(line)}></${line.type}>` : "")).join("");
}

function attributesOf({ props }: NonNullable<Line>): string {
  return Object.entries(props)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}
