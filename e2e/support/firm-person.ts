import type { Page } from "@playwright/test";
import { choose, makeFirm, unique } from "./office";
import { expect } from "./sign-in";

/** A new firm with somebody who acts for it, made by an administrator's forms and let in by their link. */
export async function makeFirmPerson(admin: Page) {
  const firm = await makeFirm(admin);
  const firmUrl = new URL(admin.url()).pathname;
  const name = unique("Person ");
  const who = { email: `${unique("person")}@test.example`, password: "a long enough sentence" };
  await admin.goto("/users/new");
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("E-mail address").fill(who.email);
  await admin.getByRole("combobox", { name: "Role" }).selectOption({ label: "Enterprise user" });
  await choose(admin, "Firms they act for", firm);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
  await admin.getByRole("button", { name: "Make a sign-in link" }).click();
  const link = (await admin.getByRole("status").locator("code").textContent()) ?? "";
  const door = await admin.context().browser()?.newContext({ locale: "en-GB" });
  const page = await door?.newPage();
  if (!door || !page) throw new Error("There is no browser");
  await page.goto(link);
  await page.getByLabel("New password").fill(who.password);
  await page.getByRole("button", { name: "Set your password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await door.close();
  return { firm, firmUrl, name, who };
}
