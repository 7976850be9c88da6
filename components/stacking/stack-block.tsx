import type { StackLayout } from "@/components/charts/stacking-layout";
import type { Block } from "./blocks";
import { cutToFit, firstFitting } from "./fit-text";
import { StackShape } from "./stack-shape";
import type { BlockWords } from "./words";

type Props = {
  block: Block;
  layout: StackLayout;
  words: BlockWords;
  href: string;
  fits: boolean;
  tabbable: boolean;
};

/** The box of a block in the picture. */
export function boxOf(block: Block, { left, rowHeight, gap, perHundredth }: StackLayout) {
  return {
    x: left + block.before * perHundredth,
    y: block.floor * (rowHeight + gap),
    width: Math.max(1.5, block.area * perHundredth - gap),
    height: rowHeight,
  };
}

/** One unit: its state as a pattern, as many words as fit, and a link to the lease, the unit or a new lease. */
export function StackBlock({ block, layout, words, href, fits, tabbable }: Props) {
  const { x, y, width, height } = boxOf(block, layout);
  const lines = linesOf(block, words, width - 9, height);
  const leading = height < 40 ? 13 : 14;
  const band = block.kind === "partLet" ? height / 10 : 0;
  const top = (height - band - lines.length * leading) / 2 + leading - 3;
  return (
    <g transform={`translate(${x.toFixed(2)} ${y})`}>
      <a
        href={href}
        data-unit={block.id}
        data-kind={block.kind}
        tabIndex={tabbable ? 0 : -1}
        aria-label={words.sentence(block, fits)}
      >
        <StackShape
          kind={block.kind}
          mark={block.mark}
          width={width}
          height={height}
          share={block.occupied / block.area}
        />
        {lines.length === 0 && width >= 15 ? (
          <text x={-(height - 4)} y={width / 2 + 4} transform="rotate(-90)">
            {firstFitting([block.code], height - 5)}
          </text>
        ) : null}
        {lines.map(({ text, strong }, i) => (
          <text
            key={text}
            x="5.5"
            y={top + i * leading}
            className={`${strong ? "strong" : ""}${block.kind === "committed" ? " halo" : ""}`}
          >
            {text}
          </text>
        ))}
        {fits ? <rect className="found" x="1.5" y="1.5" width={width - 3} height={height - 3} /> : null}
        <rect className="ring" x="1.2" y="1.2" width={Math.max(0.5, width - 2.4)} height={height - 2.4} />
      </a>
    </g>
  );
}

type Line = { text: string; strong?: boolean };

/**
 * Who, how much, until when; low rows put the last two on one line, narrow blocks leave out what does not fit,
 * and the narrowest keep their code.
 */
function linesOf(block: Block, words: BlockWords, width: number, height: number): Line[] {
  const [area, who, until] = [words.area(block.area, 0), words.who(block), words.until(block)];
  const name = who ? cutToFit(who, width) : firstFitting([words.state(block)], width, true);
  const place = [`${block.code} · ${area}`, ...(name ? [area] : []), block.code];
  const ends = until ? [until, until.slice(0, 7)] : [];
  const facts =
    height >= 40
      ? [firstFitting(place, width), firstFitting(ends, width)]
      : [
          firstFitting(
            [
              ...(until
                ? [`${place[0]} · ${until}`, `${area} · ${until}`, `${area} · ${until.slice(0, 7)}`]
                : []),
              ...place,
            ],
            width,
          ),
        ];
  return [{ text: name, strong: true }, ...facts.map((text) => ({ text }))].filter(({ text }) => text);
}
