import type { StackLayout } from "@/components/charts/stacking-layout";
import type { Block } from "./blocks";
import { boxOf } from "./stack-block";
import styles from "./stacking.module.css";
import type { BlockWords } from "./words";

/** Beside the block that is pointed at or has the focus: who, how much, until when. Said by its label already. */
export function StackNote({
  block,
  layout,
  words,
}: {
  block: Block;
  layout: StackLayout;
  words: BlockWords;
}) {
  const { x, y, width, height } = boxOf(block, layout);
  const low = y > layout.height / 2;
  const right = x + width / 2 > layout.width / 2;
  const place = {
    [low ? "bottom" : "top"]: `${((low ? layout.height - y : y + height) / layout.height) * 100}%`,
    [right ? "right" : "left"]: `${((right ? layout.width - x - width : x) / layout.width) * 100}%`,
  };
  const { t } = words;
  return (
    <div className={styles.note} style={place} aria-hidden="true">
      <strong>
        {block.code} · {words.state(block)}
      </strong>
      <span>
        {words.area(block.area)}
        {block.kind === "partLet"
          ? ` · ${t("buildings.plan.letOf", { area: words.area(block.occupied) })}`
          : ""}
      </span>
      {block.tenants.slice(0, 5).map((tenant) => (
        <span key={tenant.leaseId}>
          {tenant.name} · {words.area(tenant.area)} · {tenant.endsOn}
        </span>
      ))}
      {block.tenants.length > 5 ? (
        <span>{t("buildings.plan.more", { count: block.tenants.length - 5 })}</span>
      ) : null}
    </div>
  );
}
