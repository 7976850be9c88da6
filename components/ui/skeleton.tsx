import styles from "./skeleton.module.css";

/** Holds a slow thing's final size, so that nothing moves when it arrives. */
export function Skeleton(props: { height?: number | string; width?: number | string }) {
  return (
    <div
      aria-hidden="true"
      className={styles.block}
      style={{ height: props.height ?? 20, width: props.width ?? "100%" }}
    />
  );
}

/** A list on its way: a header and as many rows as a page usually has. */
export function TableSkeleton(props: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={props.label} className={styles.table}>
      {Array.from({ length: props.rows ?? 12 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className={styles.row}>
          <Skeleton height={14} />
        </div>
      ))}
    </div>
  );
}
