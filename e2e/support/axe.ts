import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/**
 * What axe finds on the page as it stands, each finding with its rule and its elements. Only findings come back, and
 * from this page's own frame: carrying over all that is in order takes longer than looking.
 * @param passed rules that were held to this page already
 */
export async function axeFindings(page: Page, passed: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    // No script may run in a mail that is shown, and so not this one either.
    .exclude("iframe[sandbox]")
    .withTags(tags)
    .disableRules(passed)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
