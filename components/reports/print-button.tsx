"use client";

/** Prints the page as it stands; the frame leaves itself off paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" data-shuts-menu onClick={() => window.print()}>
      {label}
    </button>
  );
}
