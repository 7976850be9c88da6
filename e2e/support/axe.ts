import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
// No script may run in a mail that is shown, and so not this one either.
const context = { exclude: ["iframe[sandbox]"] };
const withAxe = new WeakSet<Page>();

/**
 * What axe finds on the page as it stands, each finding with its rule and its elements. Only findings come back:
 * carrying over all that is in order takes longer than looking.
 * @param passed rules that were held to this page already
 */
export async function axeFindings(page: Page, passed: string[] = []): Promise<string[]> {
  await bringAxe(page);
  const options: RunOptions = {
    runOnly: tags,
    resultTypes: ["violations"],
    rules: Object.fromEntries(passed.map((rule) => [rule, { enabled: false }])),
  };
  const violations = await page.evaluate(
    async ([where, how]) => {
      const { axe: looking } = window as unknown as { axe: typeof axe };
      const found = await looking.run(where, how);
      return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
    },
    [context, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.join(" | ")}`);
}

/** Into this document and all that the page opens after it: half a megabyte each time would take a fifth of a second. */
async function bringAxe(page: Page): Promise<void> {
  if (withAxe.has(page)) return;
  withAxe.add(page);
  await page.addInitScript(axe.source);
  await page.evaluate(axe.source);
}
