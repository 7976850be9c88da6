import { textWidth } from "@/components/charts/layout";
import { StackShape } from "./stack-shape";
import { Unread } from "./unread";
import { kinds } from "./wire";
import type { BlockWords } from "./words";

/** How far the head of the downloaded picture reaches above the plan. */
export const PAPER_HEAD = 112;

/**
 * Title, as-of date and legend for the plan on its own. They lie above the part of the drawing that the page
 * shows, which says the same in its own type; a downloaded file takes them in.
 */
export function StackPaper(props: { title: string; notes: string[]; words: BlockWords }) {
  const entries = placeLegend(props.words.t);
  return (
    <Unread transform={`translate(0 ${-PAPER_HEAD})`}>
      <text className="title" x="0" y="20">
        {props.title}
      </text>
      <text className="sub" x="0" y="44">
        {props.notes.join(" · ")}
      </text>
      {entries.map(({ kind, x }) => (
        <g key={kind} data-kind={kind} transform={`translate(${x} 66)`}>
          <StackShape kind={kind} mark={null} width={22} height={22} />
        </g>
      ))}
      {entries.map(({ kind, label, x }) => (
        <text key={kind} x={x + 30} y="81">
          {label}
        </text>
      ))}
    </Unread>
  );
}

/** Swatches and their words side by side, each as far along as those before it are long. */
function placeLegend(t: BlockWords["t"]) {
  let next = 0;
  return kinds.map((kind) => {
    const label = t(`ui.status.${kind}`);
    const x = next;
    next += 50 + textWidth(label);
    return { kind, label, x };
  });
}
