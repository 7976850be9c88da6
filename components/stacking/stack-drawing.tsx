import type { StackLayout } from "@/components/charts/stacking-layout";
import type { Block } from "./blocks";
import { StackBlock } from "./stack-block";
import { StackPaper } from "./stack-paper";
import { StackPatterns } from "./stack-shape";
import { stackStyle } from "./stack-style";
import { Unread } from "./unread";
import type { BlockWords } from "./words";

type Props = {
  floors: string[];
  blocks: Block[];
  layout: StackLayout;
  words: BlockWords;
  hrefOf: (block: Block) => string;
  /** The units that a search for contiguous space found. */
  found: ReadonlySet<string>;
  /** The block that the Tab key stops at; arrows move it. */
  current: string | undefined;
  title: string;
  /** As-of date and figures; with the title and a legend they stand above the picture that is downloaded. */
  notes: string[];
};

/** Floors as rows, the top floor on top; blocks as wide as their area. */
export function StackDrawing({ floors, blocks, layout, words, hrefOf, found, current, title, notes }: Props) {
  const { width, height, left, rowHeight, gap } = layout;
  const foot = height - 26;
  return (
    <>
      <style>{stackStyle}</style>
      <StackPatterns />
      <StackPaper title={title} notes={notes} words={words} />
      {floors.map((label, i) => (
        <Unread key={label}>
          <text
            x={left - 8}
            y={i * (rowHeight + gap) + rowHeight / 2 + 4}
            textAnchor="end"
            className="strong"
          >
            {label}
          </text>
          <line
            className="line"
            x1={left}
            x2={width}
            y1={(i + 1) * (rowHeight + gap) - 1}
            y2={(i + 1) * (rowHeight + gap) - 1}
          />
        </Unread>
      ))}
      {blocks.map((block) => (
        <StackBlock
          key={block.id}
          block={block}
          layout={layout}
          words={words}
          href={hrefOf(block)}
          fits={found.has(block.id)}
          tabbable={block.id === current}
        />
      ))}
      <Unread>
        {layout.ticks.map(({ x, label }, i) => (
          <g key={label}>
            <line className="line" x1={x} x2={x} y1={foot} y2={foot + 5} />
            <text
              className="soft"
              x={x}
              y={foot + 18}
              textAnchor={i === 0 ? "start" : x > width - 24 ? "end" : "middle"}
            >
              {i === 0 ? `${label} m²` : label}
            </text>
          </g>
        ))}
      </Unread>
    </>
  );
}
