import type { Page } from "@playwright/test";
import { makeFirm, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** Firms with one tag that no other test has, made in the list's own form. */
async function makeTagged(page: Page, count: number): Promise<{ tag: string; names: string[] }> {
  const tag = unique("t");
  const names: string[] = [];
  for (let i = 0; i < count; i += 1) {
    names.push(await makeFirm(page));
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Tags").fill(`${tag}, made`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: tag })).toBeVisible();
  }
  return { tag, names };
}

test("two of three firms are ticked, looked at, changed in one go and put back", async ({ as }) => {
  const page = await as("OFFICER");
  const { tag, names } = await makeTagged(page, 3);
  await page.getByRole("link", { name: tag }).click();
  await expect(page.getByRole("checkbox", { name: /^Select Firm/ })).toHaveCount(3);
  await page.getByRole("checkbox", { name: `Select ${names[0]}` }).check();
  await page.getByRole("checkbox", { name: `Select ${names[2]}` }).check();
  await page.getByRole("button", { name: "Change…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change many enterprises" })).toBeVisible();

  await page.getByLabel("Stage").selectOption({ label: "Signed" });
  await page.getByLabel("Add tags").fill("council 18");
  await page.getByLabel("Take tags away").fill("MADE");
  const preview = page.getByRole("region", { name: "What will change" });
  await expect(preview.getByText("2 change.")).toBeVisible();
  await expect(preview.getByRole("row")).toHaveCount(3);
  await expect(preview.getByRole("row", { name: names[0] })).toContainText(`council 18, ${tag}`);
  await page.getByRole("button", { name: "Change 2", exact: true }).click();
  await expect(page.getByText("Changed.")).toBeVisible();
  await expect(page.getByRole("row", { name: names[0] })).toContainText("Signed");
  await expect(page.getByRole("row", { name: names[1] })).toContainText("Prospect");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: names[0] })).toContainText("Prospect");
});

test("all that match are changed, but not when others match since", async ({ as }) => {
  const [page, other] = [await as("OFFICER"), await as("ADMIN")];
  const { tag, names } = await makeTagged(page, 2);
  await page.getByRole("link", { name: tag }).click();
  await page.getByRole("link", { name: "Change all 2 that match" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change many enterprises" })).toBeVisible();
  await page.getByLabel("Cluster").selectOption({ label: "Biomedicine" });
  await expect(page.getByRole("button", { name: "Change 2", exact: true })).toBeEnabled();

  await other.goto(`/enterprises?tag=${tag}`);
  await other.getByRole("link", { name: names[1] }).click();
  await other.getByRole("link", { name: "Edit", exact: true }).click();
  await other.getByLabel("Tags").fill("gone");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("link", { name: "gone" })).toBeVisible();

  await page.getByRole("button", { name: "Change 2", exact: true }).click();
  await expect(page.getByText(/Somebody changed these meanwhile/)).toBeVisible();
  await page.getByRole("button", { name: "Change 1", exact: true }).click();
  await expect(page.getByText("Changed.")).toBeVisible();
  await expect(page.getByRole("row", { name: names[0] })).toContainText("Biomedicine");
});

test("without a tick nothing is asked, and who only reads has no boxes", async ({ as }) => {
  const page = await as("OFFICER", "zh");
  await page.goto("/enterprises/bulk");
  await expect(page.getByText("尚未勾选企业")).toBeVisible();
  await page.goto("/projects");
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  const manager = await as("MANAGER");
  await manager.goto("/projects");
  await expect(manager.getByRole("rowheader").first()).toBeVisible();
  await expect(manager.getByRole("checkbox")).toHaveCount(0);
});
