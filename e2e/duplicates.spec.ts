import type { Page } from "@playwright/test";
import { fillLease, makePark, makeUnit, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** A firm with a website; returns its address. */
async function makeNamed(page: Page, name: string, website: string): Promise<string> {
  await page.goto("/enterprises/new");
  await page.getByLabel("Name, English").fill(name);
  await page.getByLabel("Website").fill(website);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Letters alone: names that differ by a figure are never taken for one another. */
function letters(): string {
  return unique("").replace(/[0-9]/g, (figure) => "ghijklmnop"[Number(figure)] ?? "");
}

test("two records of a firm are found, seen side by side, made one, and undone from the message", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const word = letters();
  const [kept, gone] = [`Biosyn ${word} Ltd`, `Biosin ${word} Ltd`];
  const park = await makePark(page);
  const unit = await makeUnit(page, park.buildingUrl);
  const keptUrl = await makeNamed(page, kept, `${word}.example`);
  const goneUrl = await makeNamed(page, gone, `www.${word}.example/en`);
  const no = unique("L-");
  await fillLease(page, { no, firm: gone, unit, from: "2021-01-01", to: "2029-12-31" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();

  await page.goto("/enterprises/duplicates?pageSize=200");
  const pair = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: kept, exact: true }) });
  await expect(pair).toContainText("Similar name");
  await expect(pair).toContainText("Same website");
  // The one with a lease is the fuller, and would be kept; the officer turns it round.
  await pair.getByRole("link", { name: /Compare and merge/ }).click();
  await expect(page.getByText(`Kept: ${gone}`).first()).toBeVisible();
  await page.getByRole("link", { name: "Keep the other one instead" }).click();
  await expect(page.getByText(`Kept: ${kept}`).first()).toBeVisible();
  const website = page.getByRole("group", { name: "Website" });
  await website.getByRole("radio", { name: new RegExp(`www.${word}`) }).check();
  await expect(page.getByText("Former names", { exact: true }).locator("..")).toContainText(gone);
  await page.getByRole("button", { name: "Merge", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1, name: kept })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(keptUrl));
  await expect(page.getByText(`www.${word}.example/en`)).toBeVisible();
  const toast = page.getByRole("region", { name: "Messages" });
  // Pointed at, it waits.
  await toast.getByText("Merged.").hover();

  // Search by the former name leads to the kept one; the old address says which firm it is now.
  const other = await as("OFFICER");
  await other.goto(`/search?q=${encodeURIComponent(`biosin${word}`)}`);
  await expect(other.getByRole("link", { name: new RegExp(kept) }).first()).toHaveAttribute(
    "href",
    new RegExp(keptUrl),
  );
  await other.goto(goneUrl);
  await expect(other.getByText(`Merged into ${kept} on`)).toBeVisible();
  await expect(other.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await other.getByRole("link", { name: `Open ${kept}` }).click();
  // The other page has a tab of the same name until this one stands.
  await expect(other.getByRole("heading", { level: 1, name: kept })).toBeVisible();
  await other.getByRole("link", { name: "Leases", exact: true }).last().click();
  await expect(other.getByText(no)).toBeVisible();

  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(toast).toContainText("Undone.");
  await page.goto(goneUrl);
  await expect(page.getByText(/Merged into/)).toHaveCount(0);
  await page.goto(`${goneUrl}/leases`);
  await expect(page.getByText(no)).toBeVisible();
});

test("a pair told apart does not come back, and a second record is chosen by hand from a firm's page", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const word = letters();
  const [first, second] = [`Lyontech ${word}`, `Liontech ${word}`];
  const firstUrl = await makeNamed(page, first, `${word}.example`);
  await makeNamed(page, second, "");
  await page.goto("/enterprises/duplicates?pageSize=200");
  const pair = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: first, exact: true }) });
  await pair.getByRole("button", { name: /They are different/ }).click();
  await expect(page.getByText("Remembered: they are two firms.")).toBeVisible();
  await expect(pair).toHaveCount(0);
  await page.reload();
  await expect(pair).toHaveCount(0);

  await page.goto(`${firstUrl}/merge`);
  const box = page.getByRole("combobox", { name: "The other entry" });
  await box.fill(second);
  await page.getByRole("option").filter({ hasText: second }).first().click();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("group", { name: "Name, English" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
});

test("a firm merged by two officers at once is merged once, and the second is told which firm it is now", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const late = await as("OFFICER");
  const word = letters();
  const [kept, gone] = [`Novalab ${word}`, `Nowalab ${word}`];
  const keptUrl = await makeNamed(page, kept, "");
  const goneUrl = await makeNamed(page, gone, "");
  const compare = `${keptUrl}/merge?with=${goneUrl.split("/").at(-1)}`;
  await page.goto(compare);
  await late.goto(`${goneUrl}/merge?with=${keptUrl.split("/").at(-1)}`);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: kept })).toBeVisible();
  await late.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(late.getByText(`This firm has been merged into ${kept}.`).first()).toBeVisible();
});

test("the page speaks Chinese, and fits a phone", async ({ as }) => {
  const page = await as("OFFICER", "zh");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/enterprises/duplicates");
  await expect(page.getByRole("heading", { level: 1, name: "疑似重复企业" })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
