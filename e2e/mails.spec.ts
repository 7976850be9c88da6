import { expect, test } from "./support/sign-in";

test("the administrator reads the outbox and a mail as its reader would see it", async ({ as }) => {
  const page = await as("ADMIN");
  await page.goto("/settings");
  await page.getByRole("main").getByRole("link", { name: "Mail", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mail" })).toBeVisible();
  // The sample has no mail server: mails are kept, and the page says what to do.
  await expect(page.getByText("No mail server is set")).toBeVisible();
  await page.getByLabel("State").selectOption({ label: "Given up" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("No mail matches.")).toBeVisible();
  await page.goto("/mails?state=KEPT&kind=JOIN_CONFIRMED");
  await page.getByRole("table", { name: "Mail" }).getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("您已可代表");
  const shown = page.frameLocator("iframe[title='As the reader sees it']");
  await expect(shown.getByRole("link", { name: "进入企业门户" })).toHaveAttribute("href", /^https?:/);
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("what is mailed cannot run anything in the administrator's page", async ({ as }) => {
  const page = await as("ADMIN");
  await page.goto("/mails");
  await page.getByRole("table", { name: "Mail" }).getByRole("rowheader").getByRole("link").first().click();
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "");
});

test("nobody else reads the outbox", async ({ as }) => {
  for (const role of ["OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const) {
    const page = await as(role);
    expect((await page.goto("/mails"))?.status(), role).toBe(403);
  }
});

test("scheduled work is seen with its last and next run, and is run by hand", async ({ as }) => {
  const page = await as("ADMIN");
  await page.goto("/jobs");
  const row = page
    .getByRole("table", { name: "Timetable" })
    .getByRole("row", { name: /Reminders of returns/ });
  await expect(row).toContainText("Every hour");
  await expect(row).toContainText("By hand");
  await row.getByRole("button", { name: "Run now: Reminders of returns" }).click();
  await expect(page.getByText(/^Done: \d+ (person|people) reminded/)).toBeVisible();
  await expect(row).toContainText("In order");
  await expect(page.getByRole("table", { name: "Last runs" }).getByRole("row").nth(1)).toContainText(
    "Reminders of returns",
  );
});
