import type { Page } from "@playwright/test";
import { openLive } from "./support/live";
import { fillLease, makeFirm, makePark, makeUnit, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

const password = "a long enough sentence";

/** A round of one park, asked of one firm, with one question: how many people. Answers with the round's address. */
async function openRound(officer: Page, park: string): Promise<{ title: string; address: string }> {
  const code = unique("F-");
  await officer.goto("/return-forms/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Form ${code}`);
  await officer.getByRole("checkbox", { name: "Begin with the ready quarterly form" }).uncheck();
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Not asked yet: may be changed")).toBeVisible();
  const round = unique("R-");
  const today = new Date().toISOString().slice(0, 10);
  await officer.goto("/return-rounds/new");
  await officer.getByLabel("Code").fill(round);
  await officer.getByLabel("Title, English").fill(`Round ${round}`);
  await officer.getByRole("combobox", { name: "Form" }).selectOption({ label: `${code} Form ${code}` });
  await officer.getByLabel("Park (optional)").selectOption({ label: park });
  for (const [day, value] of [
    ["Period from", "2022-07-01"],
    ["Reference day", "2022-09-30"],
    ["Opens", "2022-10-08"],
    ["Due", today],
    ["Closes", "2099-12-31"],
  ] as const) {
    await officer.getByRole("textbox", { name: day }).fill(value);
  }
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Nobody has been asked yet")).toBeVisible();
  const address = new URL(officer.url()).pathname;
  await officer.goto(`${address}/open`);
  await officer.getByRole("button", { name: "Open the round" }).click();
  await expect(officer).toHaveURL(new RegExp(`${address}$`));
  return { title: `Round ${round}`, address };
}

/** Somebody who acts for the firm, at the portal's home. */
async function actFor(officer: Page, person: Page): Promise<void> {
  const email = `${unique("clerk")}@test.example`;
  await officer.getByRole("link", { name: "Who acts for it" }).click();
  await officer.getByRole("link", { name: "Invite somebody" }).click();
  await officer.getByRole("textbox", { name: "Name" }).fill("A Clerk");
  await officer.getByRole("textbox", { name: "Email address" }).fill(email);
  await officer.getByRole("button", { name: "Send the invitation" }).click();
  await person.goto((await officer.getByRole("status").locator("code").textContent()) ?? "");
  await person.getByLabel("Password").fill(password);
  await person.getByRole("button", { name: "Accept" }).click();
  await person.getByLabel("E-mail address").fill(email);
  await person.getByLabel("Password").fill(password);
  await person.getByRole("button", { name: "Sign in" }).click();
  await expect(person.getByRole("heading", { level: 1, name: "What is asked of us" })).toBeVisible();
}

test("firm and office pass a return back and forth until it is accepted", async ({
  as,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const officer = await as("OFFICER");
  const park = await makePark(officer);
  const unit = await makeUnit(officer, park.buildingUrl);
  const firm = await makeFirm(officer);
  const firmUrl = new URL(officer.url()).pathname;
  await fillLease(officer, { no: unique("L-"), firm, unit, from: "2022-01-01", to: "2030-12-31" });
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toContainText("L-");
  const { title, address } = await openRound(officer, park.name);

  const context = openLive(await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } }));
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  let clerk = await context.newPage();
  await officer.goto(firmUrl);
  await actFor(officer, clerk);

  // What is typed is kept, also while there is no line, and through a closed tab.
  await clerk.getByRole("link", { name: new RegExp(title) }).click();
  const people = clerk.getByRole("textbox").first();
  await people.fill("12");
  await expect(clerk.getByText("Saved", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await people.fill("14");
  await expect(clerk.getByText("No connection: kept on this device", { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(clerk.getByText("Saved", { exact: true })).toBeVisible();
  await clerk.reload();
  await expect(clerk.getByRole("textbox").first()).toHaveValue("14");
  await context.setOffline(true);
  await clerk.getByRole("textbox").first().fill("15");
  await expect(clerk.getByText("No connection: kept on this device", { exact: false })).toBeVisible();
  const asked = clerk.url();
  // Left before the line is back: a page that is closed may still feel it come back, and save.
  await clerk.goto("about:blank");
  await clerk.close();
  await context.setOffline(false);
  clerk = await context.newPage();
  await clerk.goto(asked);
  // Opened again, it is brought back, and kept at the office without another word typed.
  await expect(clerk.getByRole("textbox").first()).toHaveValue("15");
  await expect(clerk.getByText("Saved", { exact: true })).toBeVisible();
  // Saved, but the answer never came: opened again, nothing is brought back over what the office has.
  await clerk.route(asked, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await clerk.getByRole("textbox").first().fill("16");
  await expect(clerk.getByText("No connection: kept on this device", { exact: false })).toBeVisible();
  await clerk.goto("about:blank");
  await clerk.unrouteAll();
  await clerk.goto(asked);
  await expect(clerk.getByRole("textbox").first()).toHaveValue("16");
  await expect(clerk.getByText("What you had typed here was kept.")).toHaveCount(0);
  // What cannot be is told before it is sent.
  await clerk.getByRole("textbox").first().fill("many");
  await clerk.getByRole("button", { name: "Send to the office" }).click();
  await expect(clerk.locator('[aria-invalid="true"]')).toBeFocused();
  await clerk.getByRole("textbox").first().fill("14");
  await clerk.getByRole("button", { name: "Send to the office" }).click();
  await expect(clerk.getByText("Sent to the office. Thank you.")).toBeVisible();

  await officer.goto(address);
  await officer.getByRole("link", { name: firm }).click();
  await expect(officer).toHaveURL(/\/returns\/[0-9a-f-]{36}/);
  const answer = new URL(officer.url()).pathname;
  await officer.goto(`${answer}/send-back`);
  await officer.getByRole("main").getByRole("textbox").first().fill("Are the interns left out?");
  await officer.getByRole("button", { name: "Send back" }).click();
  await expect(officer.getByText("Sent back").first()).toBeVisible();

  await clerk.goto("/portal");
  await clerk.getByRole("link", { name: new RegExp(title) }).click();
  await expect(clerk.getByText("Are the interns left out?")).toBeVisible();
  await clerk.getByRole("textbox").first().fill("13");
  await clerk.getByRole("button", { name: "Send to the office" }).click();
  await expect(clerk.getByText("Sent to the office. Thank you.")).toBeVisible();

  await officer.goto(`${answer}/accept`);
  await officer.getByRole("button", { name: "Accept" }).click();
  await expect(officer.getByText("Accepted").first()).toBeVisible();
  await clerk.goto("/portal/returns");
  await expect(clerk.getByRole("link", { name: new RegExp(title) })).toContainText("Accepted");
  await clerk.goto("/portal/people");
  await expect(clerk.getByRole("cell", { name: "13", exact: true }).first()).toBeVisible();
  await context.close();
});
