import type { Page } from "@playwright/test";
import { expect, zoneWithMail } from "./support/own-zone";
import { test } from "./support/sign-in";

const [password, another] = ["a long enough sentence", "another long enough sentence"];
const email = "lin@zone.example";

async function setPassword(page: Page, link: string, secret: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("New password").fill(secret);
  await page.getByRole("button", { name: "Set your password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
}

async function enter(page: Page, address: string, secret: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

zoneWithMail(
  "a person who is added is mailed their link, and sets a forgotten password anew by another",
  async ({ start, mailbox, browser }) => {
    const visit = async () =>
      (await browser.newContext({ baseURL: start.address, locale: "en-GB" })).newPage();
    const [admin, person] = [await visit(), await visit()];
    await setPassword(admin, start.link, password);
    await enter(admin, "admin@localhost.localdomain", password);
    await expect(admin.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();

    /** Where the newest mail leads, once the outbox has been sent. */
    const nextLink = async () => {
      const before = mailbox.taken.length;
      await admin.goto("/jobs");
      await admin.getByRole("button", { name: /^Run now: .*[Mm]ail/ }).click();
      await expect.poll(() => mailbox.taken.length).toBeGreaterThan(before);
      const { text = "" } = mailbox.taken.at(-1) ?? {};
      const { pathname, search } = new URL(/https?:\S+\/set-password\S+/.exec(text)?.[0] ?? "");
      return pathname + search;
    };

    await admin.goto("/users/new");
    await admin.getByLabel("Name", { exact: true }).fill("Lin Hua");
    await admin.getByLabel("E-mail address").fill(email);
    await admin.getByRole("combobox", { name: "Language" }).selectOption("en");
    await expect(admin.getByLabel("Mail them the link by which they set a password")).toBeChecked();
    await admin.getByRole("button", { name: "Save" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: "Lin Hua" })).toBeVisible();
    const profile = admin.url();
    await expect(admin.getByRole("main")).toContainText(`Mail to ${email} Waiting`);
    // Sent again before the first has left: only the newer one arrives, and neither is seen here.
    await admin.getByRole("button", { name: "Mail a new sign-in link" }).click();
    await expect(admin.getByText(`is on its way to ${email}`)).toBeVisible();
    await expect(admin.getByText("/set-password")).toHaveCount(0);
    await setPassword(person, await nextLink(), password);
    await enter(person, email, password);
    await expect(person.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();
    await admin.goto(profile);
    await expect(admin.getByRole("main")).toContainText(`Mail to ${email} Sent`);

    const elsewhere = await visit();
    await elsewhere.goto("/sign-in");
    await elsewhere.getByRole("link", { name: "Forgot your password?" }).click();
    await elsewhere.getByRole("button", { name: "Mail me a link" }).click();
    await expect(elsewhere.getByRole("main").getByRole("alert").first()).toBeVisible();
    for (const address of ["nobody@zone.example", email]) {
      await elsewhere.goto("/forgot-password");
      await elsewhere.getByLabel("E-mail address").fill(address);
      await elsewhere.getByRole("button", { name: "Mail me a link" }).click();
      await expect(elsewhere.getByText(`If ${address} has an account here`)).toBeVisible();
    }
    const link = await nextLink();
    expect(mailbox.taken.at(-1)?.subject).toContain("A new password");
    expect(mailbox.taken.map(({ to }) => (Array.isArray(to) ? "" : to?.text))).not.toContain(
      "nobody@zone.example",
    );
    await setPassword(elsewhere, link, another);
    await enter(elsewhere, email, another);
    await expect(elsewhere.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();
    // The other device is out, and the link is spent.
    await person.goto("/leases");
    await expect(person).toHaveURL(/\/sign-in/);
    await person.goto(link);
    await person.getByLabel("New password").fill(password);
    await person.getByRole("button", { name: "Set your password" }).click();
    await expect(person.getByText(/has been used or has expired/).first()).toBeVisible();
  },
);

test("where no mail is set up, whoever forgot their password is told whom to ask", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByText("Ask an administrator of your office")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});
