import { expect, ownZone } from "./support/own-zone";

const password = "a long enough sentence";

ownZone(
  "an empty zone begins with a link that works once, and soon has a park of one's own",
  async ({ start, browser }) => {
    const context = await browser.newContext({ baseURL: start.address });
    const page = await context.newPage();
    await page.goto(start.link);
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Set your password" }).click();
    await page.getByLabel("E-mail address").fill("admin@localhost.localdomain");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();
    // Nothing here is made up, so nothing says it is.
    await expect(page.getByText("sample zone")).toHaveCount(0);

    // Nobody has said which zone this is: it is asked for in the settings, and shown nowhere.
    await expect(page.locator("style", { hasText: "@top-center" })).toHaveCount(0);
    await page.goto("/zone");
    await expect(page.getByText("The zone is not set yet")).toBeVisible();
    await page.goto("/settings");
    await page.getByRole("link", { name: "Not set yet: set the zone" }).click();
    await page.getByLabel("Name, English").fill("Our zone");
    await page.getByLabel("Office, English").fill("Our office");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Our zone" })).toBeVisible();
    await page.goto("/");
    await expect(page.getByRole("main").getByText("Our zone", { exact: true })).toBeVisible();

    await page.goto("/parks");
    await expect(page.getByRole("main").getByRole("table")).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: "Add a park" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "New park" })).toBeVisible();
    await page.getByLabel("Code").fill("OWN");
    await page.getByLabel("Name, English").fill("Our first park");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Our first park" })).toBeVisible();
    await page.goto("/parks");
    await expect(page.getByRole("link", { name: "Our first park" })).toBeVisible();

    const other = await (await browser.newContext({ baseURL: start.address })).newPage();
    await other.goto(start.link);
    await other.getByLabel("New password").fill("another long enough sentence");
    await other.getByRole("button", { name: "Set your password" }).click();
    await expect(other.getByText(/has been used or has expired/).first()).toBeVisible();
    await other.goto("/parks");
    await expect(other).toHaveURL(/\/sign-in/);
  },
);
