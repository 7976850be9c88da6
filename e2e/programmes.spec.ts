import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("3,000 talents over ten years: two years are recorded by keyboard, and the page says how far below it is", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const code = unique("PG-");
  await page.goto("/programmes/new");
  await expect(page.getByLabel("Code")).toBeFocused();
  await page.keyboard.type(code);
  await page.getByLabel("Name, English").fill(`Talents ${code}`);
  await page.getByLabel("Target, people").fill("3,000");
  await page.getByLabel("First year").fill("2023");
  await page.getByLabel("Last year").fill("2032");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Talents ${code}` })).toBeVisible();
  // Three years have ended since, and nobody reported on them.
  await expect(page.getByText("2023 is not reported, 90 days after its end").first()).toBeVisible();
  for (const [planned, enrolled, completed, on] of [
    ["250", "231", "0", "2023-12-31"],
    ["300", "287", "212", "2024-12-31"],
  ] as const) {
    await page.getByRole("link", { name: "Record a year" }).click();
    // The next year is there already.
    await expect(page.getByLabel("Year", { exact: true })).toHaveValue(on.slice(0, 4));
    await page.getByLabel("Planned").fill(planned);
    await page.getByLabel("Enrolled").fill(enrolled);
    await page.getByLabel("Completed").fill(completed);
    await page.getByRole("textbox", { name: "Reported on" }).fill(on);
    await page.getByLabel("Completed").press("Enter");
    await expect(page.getByRole("row", { name: new RegExp(`Correct ${on.slice(0, 4)}`) })).toContainText(
      planned,
    );
  }
  await page.goto(`${new URL(page.url()).pathname}?asOf=2024-12-31`);
  const figures = page.locator("dl").filter({ hasText: "Attainment" }).first();
  // 212 / 3,000 = 7.07 %; 2 × 300 = 600 = 20 %; 231 + 287 = 518
  for (const words of ["Far behind", "212", "7.07%", "20%", "Enrolled 518, not added", "600"]) {
    await expect(figures).toContainText(words);
  }
  await expect(page.getByRole("img", { name: /People trained against the path/ })).toBeVisible();

  await page.getByRole("link", { name: "Correct 2024" }).click();
  await page.getByLabel("Completed").fill("x");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write a number, such as 1,250.5 or 3万.")).toBeVisible();
  await page.getByLabel("Completed").fill("612");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(figures).toContainText("20.40%");
  await page.getByRole("link", { name: "Correct 2024" }).click();
  await page.getByLabel("Reason").fill("Counted twice");
  await page.getByRole("button", { name: "Take this year back" }).click();
  await expect(page.getByRole("link", { name: "Correct 2024" })).toHaveCount(0);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Counted twice").first()).toBeVisible();
  await expect(page.getByText("Took a year back").first()).toBeVisible();
});

test("a manager reads the list of programmes in Chinese and may add none", async ({ as }) => {
  const page = await as("MANAGER", "zh");
  await page.goto("/programmes?asOf=2025-01-31");
  const row = page.getByRole("row", { name: /NUS-TALENT/ });
  await expect(row).toContainText("7.07%");
  await expect(row).toContainText("严重落后");
  await expect(page.getByRole("link", { name: "新增培养计划" })).toHaveCount(0);
  const refused = await page.goto("/programmes/new");
  expect(refused?.status()).toBe(403);
});
