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
