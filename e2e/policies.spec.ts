import { choose, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("a policy is entered, comes into force, gives way to its next text, and is repealed for a reason", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const code = unique("REG-");
  await page.goto("/policies/new");
  await page.keyboard.type(code);
  await page.getByLabel("Title, English").fill(`Measures ${code}`);
  await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Measures" });
  await page.getByRole("button", { name: "Add a programme" }).click();
  await choose(page, "Programme", "NUS Guangzhou");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Measures ${code}` })).toBeVisible();
  await expect(page.getByText("No text", { exact: true }).first()).toBeVisible();
  const policy = new URL(page.url()).pathname;
  for (const [from, words] of [
    ["2022-03-01", "The first text"],
    ["2024-01-01", "The second text"],
  ] as const) {
    await page.goto(`${policy}/versions`);
    await page.getByRole("textbox", { name: "In force from" }).fill(from);
    await page.getByLabel("Summary, English").fill(words);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("row", { name: new RegExp(words) })).toBeVisible();
  }
  // The day decides which text is shown.
  await page.goto(`${policy}?asOf=2023-06-01`);
  await expect(page.getByRole("heading", { name: "In force on 2023-06-01" })).toBeVisible();
  await expect(page.locator("section p").filter({ hasText: "The first text" })).toBeVisible();
  await expect(page.getByRole("row", { name: /The first text/ })).toContainText("2023-12-31");
  await page.goto(policy);
  await page.getByRole("link", { name: "Repeal text 2" }).click();
  await page.getByRole("textbox", { name: "In force up to" }).fill("2025-06-30");
  await page.getByRole("button", { name: "Repeal" }).click();
  await expect(page.getByText("Fill this in.").first()).toBeVisible();
  await page.getByLabel("Reason").fill("Replaced by a law");
  await page.getByRole("button", { name: "Repeal" }).click();
  await expect(page.getByText("No longer in force").first()).toBeVisible();
  await page.goto(`/policies?query=${code}&state=IN_FORCE`);
  await expect(page.getByText("No policy matches.")).toBeVisible();
  await page.goto(`/policies?query=${code}&state=IN_FORCE&asOf=2025-06-30`);
  await expect(page.getByRole("row", { name: new RegExp(code) })).toContainText("2024-01-01");
  await page.goto(`${policy}/history`);
  await expect(page.getByText("Replaced by a law").first()).toBeVisible();
});

test("a firm's own people read policies in Chinese, and see neither ties nor verbs", async ({ as }) => {
  const page = await as("ENTERPRISE", "zh");
  await page.goto("/policies?asOf=2022-11-01");
  await expect(page.getByRole("heading", { level: 1, name: "政策法规" })).toBeVisible();
  await page.getByRole("link", { name: "GD-REG" }).click();
  await expect(page.getByText("将经济管理权限下放至知识城管理委员会").first()).toBeVisible();
  await expect(page.getByText("施行中").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "新增文本" })).toHaveCount(0);
  expect((await page.goto("/policies/new"))?.status()).toBe(403);
});
