import type { Block } from "./blocks";

/** The block that an arrow key leads to: along its floor, or the one nearest above or below; null at an edge. */
export function findNext(blocks: Block[], current: string, key: string): Block | null {
  const at = blocks.findIndex(({ id }) => id === current);
  const from = blocks[at];
  if (!from) return null;
  const floor = blocks.filter((block) => block.floor === from.floor);
  if (key === "Home") return floor[0] ?? null;
  if (key === "End") return floor.at(-1) ?? null;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const next = blocks[at + (key === "ArrowLeft" ? -1 : 1)];
    return next?.floor === from.floor ? next : null;
  }
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const up = key === "ArrowUp";
  const beyond = blocks.filter((block) => (up ? block.floor < from.floor : block.floor > from.floor));
  const level = up
    ? Math.max(...beyond.map(({ floor }) => floor))
    : Math.min(...beyond.map(({ floor }) => floor));
  const middle = middleOf(from);
  const away = (block: Block) => Math.abs(middleOf(block) - middle);
  return beyond
    .filter((block) => block.floor === level)
    .reduce<Block | null>(
      (nearest, block) => (nearest && away(nearest) <= away(block) ? nearest : block),
      null,
    );
}

const middleOf = ({ before, area }: Block) => before + area / 2;
