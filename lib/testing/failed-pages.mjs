/** What stood on the pages of browser tests that failed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const MOST_PAGES = 3;
const MOST_LINES = 60;

/**
 * The pages of the first tests that failed, as Playwright wrote them down: their elements in words, cut to size.
 * @param {string} folder where the runner leaves a folder for each test that failed
 * @returns {string[]}
 */
export function failedPages(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => ({ name, file: join(folder, name, "error-context.md") }))
    .filter(({ file }) => existsSync(file))
    .slice(0, MOST_PAGES)
    .map(({ name, file }) => `\n── the page of ${name}\n${pageIn(readFileSync(file, "utf8"))}`);
}

/** @param {string} text of the file; its page is the block of YAML */
function pageIn(text) {
  const [, page = text] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const lines = page.trimEnd().split("\n");
  const left = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(left > 0 ? [`… and ${left} lines more`] : [])].join("\n");
}
