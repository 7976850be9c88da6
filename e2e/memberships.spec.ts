import type { Browser, Page } from "@playwright/test";
import { choose, makeFirm, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

const password = "a long enough sentence";

/** A page of somebody who is nobody yet. */
async function stranger(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  return context.newPage();
}

/** Fills the form of an invitation and answers with the link that it makes. */
async function invite(page: Page, email: string, admin: boolean): Promise<string> {
  await page.getByRole("textbox", { name: "Name" }).fill("Mei Lin");
  await page.getByRole("textbox", { name: "Email address" }).fill(email);
  const box = page.getByLabel("May invite and remove the firm's people");
  if ((await box.isChecked()) !== admin) await box.click();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText(`Invitation sent to ${email}`)).toBeVisible();
  return (await page.getByRole("status").locator("code").textContent()) ?? "";
}

async function accept(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What is asked of us" })).toBeVisible();
}

/** Where the last mail to an address leads, as the administrator of an office without a mail server reads it. */
async function linkInMail(admin: Page, kind: string, email: string): Promise<string> {
  await admin.goto(`/mails?kind=${kind}&query=${encodeURIComponent(email)}`);
  await admin.getByRole("table", { name: "Mail" }).getByRole("rowheader").getByRole("link").first().click();
  const link = admin.frameLocator("iframe").getByRole("link").first();
  const { pathname, search } = new URL((await link.getAttribute("href")) ?? "");
  return pathname + search;
}

test("an officer invites a firm's admin, who invites a colleague and takes them out again", async ({
  as,
  browser,
  baseURL,
}) => {
  const officer = await as("OFFICER");
  const firm = await makeFirm(officer);
  await officer.getByRole("link", { name: "Who acts for it" }).click();
  await expect(officer.getByText("Nobody acts for this firm yet")).toBeVisible();
  await officer.getByRole("link", { name: "Invite somebody" }).click();
  const [adminEmail, email] = [`${unique("admin")}@test.example`, `${unique("mei")}@test.example`];
  const link = await invite(officer, adminEmail, true);

  const admin = await stranger(browser, baseURL);
  await accept(admin, link, adminEmail);
  await expect(admin.getByText(firm).first()).toBeVisible();

  await admin.goto("/portal/users");
  await admin.getByRole("link", { name: "Invite somebody" }).click();
  const second = await invite(admin, email, false);
  const colleague = await stranger(browser, baseURL);
  await accept(colleague, second, email);
  await colleague.goto("/portal/users");
  await expect(colleague.getByRole("main").getByText("Mei Lin").first()).toBeVisible();
  await expect(colleague.getByRole("link", { name: "Invite somebody" })).toHaveCount(0);
  expect((await colleague.goto("/portal/users/new"))?.status()).toBe(403);

  // The link is used up, and says so kindly.
  await colleague.context().clearCookies({ name: "next-auth.session-token" });
  await colleague.goto(second);
  await expect(colleague.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();

  await admin.goto("/portal/users");
  const row = admin.getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
  // The firm keeps somebody who may invite others.
  await admin.getByRole("button", { name: /^Remove/ }).click();
  await expect(admin.getByText("make another one admin first")).toBeVisible();
});

test("somebody asks to act for a firm, proves the address, and is confirmed by the office", async ({
  as,
  browser,
  baseURL,
}) => {
  const [officer, admin] = [await as("OFFICER"), await as("ADMIN")];
  const firm = await makeFirm(officer);
  const email = `${unique("asks")}@test.example`;
  const person = await stranger(browser, baseURL);
  await person.goto("/sign-in");
  await person.getByRole("link", { name: "Ask to act for it" }).click();
  await person.getByLabel("Your name").fill("Wei Chen");
  await person.getByLabel("Email address").fill(email);
  await person.getByLabel("The firm's number").fill("91440101MA59UQ7X1A");
  await person.getByRole("button", { name: "Send" }).click();
  await expect(person.getByText("The check digit is not right.", { exact: false })).toBeVisible();
  await person.getByRole("combobox", { name: "Kind of number" }).selectOption("OTHER");
  await person.getByLabel("The firm's number").fill(unique("REG"));
  await person.getByRole("button", { name: "Send" }).click();
  await expect(person.getByText("Please look at your mail")).toBeVisible();

  await officer.goto(`/memberships?query=${email}`);
  await expect(officer.getByText("No request matches")).toBeVisible();
  await person.goto(await linkInMail(admin, "JOIN_CHECK", email));
  await person.getByRole("button", { name: "This is my address" }).click();
  await expect(person.getByText("The office now looks at your request")).toBeVisible();

  await officer.goto(`/memberships?query=${email}`);
  await officer.getByRole("link", { name: "Wei Chen" }).click();
  await choose(officer, "Firm", firm);
  await officer.getByRole("button", { name: "Confirm" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "Firms' users" })).toBeVisible();
  await accept(person, await linkInMail(admin, "INVITATION", email), email);
  await expect(person.getByText(firm).first()).toBeVisible();
});

test("who acts for two firms switches between them, and each shows its own", async ({
  as,
  browser,
  baseURL,
}) => {
  const officer = await as("OFFICER");
  const email = `${unique("both")}@test.example`;
  const person = await stranger(browser, baseURL);
  const firms: string[] = [];
  for (const first of [true, false]) {
    firms.push(await makeFirm(officer));
    await officer.getByRole("link", { name: "Who acts for it" }).click();
    await officer.getByRole("link", { name: "Invite somebody" }).click();
    const link = await invite(officer, email, true);
    if (first) await accept(person, link, email);
    else {
      await person.goto(link);
      await expect(person.getByText("You have an account")).toBeVisible();
      await person.getByRole("button", { name: "Accept" }).click();
      await expect(person.getByRole("heading", { level: 1, name: "What is asked of us" })).toBeVisible();
    }
  }
  const [one = "", two = ""] = firms;
  const choice = person.getByRole("combobox", { name: "You act for" });
  for (const [here, there] of [
    [two, one],
    [one, two],
  ] as const) {
    await choice.selectOption({ label: here });
    await person.getByRole("button", { name: "Switch" }).click();
    await expect(person.getByRole("heading", { level: 2, name: `Everything about ${here}` })).toBeVisible();
    await person.goto("/portal/profile");
    await expect(person.getByRole("main")).toContainText(here);
    await expect(person.getByRole("main")).not.toContainText(there);
  }
});
