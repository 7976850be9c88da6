import styles from "./skip-link.module.css";

/** The first stop of the Tab key: past the frame, to what the page is about. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a href="#main" className={styles.skip}>
      {label}
    </a>
  );
}
