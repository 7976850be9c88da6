const KB = 1024;
const MB = 1024 * KB;

/** `820 KB`, `4.2 MB`; never 0. */
export function sizeInWords(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB))} KB`;
  return `${(bytes / MB).toFixed(1)} MB`;
}
