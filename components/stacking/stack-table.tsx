import { memo } from "react";
import tables from "@/components/ui/data-table.module.css";
import marks from "@/components/ui/status-mark.module.css";
import type { Block } from "./blocks";
import type { BlockWords } from "./words";

type Props = {
  floors: string[];
  blocks: Block[];
  words: BlockWords;
  label: string;
  hrefOf: (block: Block) => string;
  /** While it is shut nobody sees it, and it need not follow the slider. */
  open: boolean;
};

function StackRows({ floors, blocks, words, label, hrefOf }: Props) {
  const { t, formats } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={tables.region} aria-label={label} tabIndex={0}>
      <table className={tables.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t("buildings.plan.unit")}</th>
            <th scope="col">{t("buildings.plan.floor")}</th>
            <th scope="col">{t("buildings.plan.state")}</th>
            <th scope="col" data-align="end">
              {t("buildings.plan.area")}
            </th>
            <th scope="col">{t("buildings.plan.tenant")}</th>
            <th scope="col">{t("buildings.plan.until")}</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((block) => (
            <tr key={block.id}>
              <th scope="row">
                <a href={hrefOf(block)}>{block.code}</a>
              </th>
              <td>{floors[block.floor]}</td>
              <td>
                <span className={marks.mark} data-kind={block.kind}>
                  {words.state(block)}
                </span>
              </td>
              <td data-align="end">{formats.area(block.area / 100)}</td>
              <td data-wrap="true">{words.who(block)}</td>
              <td>{words.until(block)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The plan's blocks as rows, for whoever would rather read: the same day, the same order, the same words. */
export const StackTable = memo(StackRows, (_, now) => !now.open);
