import { readFile } from "node:fs/promises";
import { makePark } from "./support/office";
import { expect, test } from "./support/sign-in";

test("what a list shows is downloaded as it stands, by keyboard and on a phone", async ({ as }) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/parks?query=${park.code}`);
  const link = page.getByRole("link", { name: "Download the whole list as csv" });
  await link.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toMatch(/^Parks-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(park.code);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test("a firm's side gives the file of that firm alone", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto("/enterprises?asOf=2022-11-01&sort=-name");
  const firm = page.getByRole("rowheader").getByRole("link").first();
  const name = (await firm.textContent()) ?? "";
  await firm.click();
  // Every page's menu has a link of that name too: the firm's own is there once its page is.
  const tabs = page.getByRole("navigation", { name, exact: true });
  await tabs.getByRole("link", { name: "Leases", exact: true }).click();
  await expect(page).toHaveURL(/\/enterprises\/[^/]+\/leases/);
  const enterprise = /enterprises\/([^/]+)\/leases/.exec(page.url())?.[1];
  const link = page.getByRole("link", { name: "Download the whole list as xlsx" });
  await expect(link).toHaveAttribute("href", new RegExp(`^/leases/export\\?.*enterprise=${enterprise}`));
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
});
