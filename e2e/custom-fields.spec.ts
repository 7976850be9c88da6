import type { Page } from "@playwright/test";
import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

type Given = { label: string; kind: string; labelZh?: string; options?: string[]; unit?: string };

/** Adds a field to enterprises on its own page; leaves its page open. */
async function addField(page: Page, { label, labelZh, kind, options = [], unit }: Given): Promise<string> {
  await page.goto("/custom-fields/new?subject=ENTERPRISE");
  await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: kind });
  await page.getByLabel("Label, English").first().fill(label);
  if (labelZh) await page.getByLabel("Label, Chinese").first().fill(labelZh);
  if (unit) await page.getByLabel("Unit of measure").fill(unit);
  for (const [i, option] of options.entries()) {
    await page.getByRole("button", { name: "Add an option" }).click();
    await page
      .getByRole("group", { name: `Options ${i + 1}` })
      .getByLabel("Label, English")
      .fill(option);
  }
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: label })).toBeVisible();
  return new URL(page.url()).pathname;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
/** The value beside a label on a record's page. */
const shown = (page: Page, label: string) =>
  page.getByText(label, { exact: true }).locator("xpath=following-sibling::dd");

test("a field that the administrator adds is asked, shown, listed, and kept when it is retired", async ({
  as,
}) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const number = unique("Shuttle seats ");
  const choice = unique("Market ");
  const numberUrl = await addField(admin, { label: number, kind: "Number", unit: "seats" });
  const options = ["Listed", "Private"];
  const choiceUrl = await addField(admin, {
    label: choice,
    labelZh: `${choice}市场`,
    kind: "Choice",
    options,
  });

  // Asked: the refusal lands on the field, and what was typed stays.
  const name = unique("Firm ");
  await officer.goto("/enterprises/new");
  await officer.getByLabel("Name, English").fill(name);
  await officer.getByRole("textbox", { name: number }).fill("many");
  await officer.getByRole("combobox", { name: choice }).selectOption({ label: "Private" });
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Write a number, such as")).toBeVisible();
  await expect(officer.locator(":focus")).toHaveAccessibleName(new RegExp(number));
  await officer.getByRole("textbox", { name: number }).fill("1,250.5");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name })).toBeVisible();
  const firm = new URL(officer.url()).pathname;

  // Shown, in the reader's language, and named in the history.
  await expect(shown(officer, number)).toHaveText("1,250.5 seats");
  await expect(shown(officer, choice)).toHaveText("Private");
  await officer.goto(`${firm}/history`);
  await expect(officer.getByText(choice, { exact: true })).toBeVisible();
  await expect(officer.getByText("1,250.5 seats")).toBeVisible();
  const chinese = await as("OFFICER", "zh");
  await chinese.goto(firm);
  await expect(shown(chinese, `${choice}市场`)).toHaveText("Private");

  // Listed: a column, and a filter that is in the address.
  await officer.goto("/enterprises");
  await officer.getByText("Further fields", { exact: true }).click();
  await officer.getByRole("combobox", { name: choice, exact: true }).selectOption({ label: "Private" });
  await expect(officer).toHaveURL(/cf_market.*=private/);
  const rows = officer.getByRole("table", { name: "Enterprises" }).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(name);
  await expect(officer.getByRole("columnheader", { name: `${number}, seats` })).toBeVisible();

  // Not deleted while it holds a value: the message says so, and what to do instead.
  await admin.goto(numberUrl);
  await admin.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "1 record holds a value" })).toBeVisible();
  await officer.goto(firm);
  await expect(shown(officer, number)).toHaveText("1,250.5 seats");

  // Retired: gone from the form, kept on the record, and back again by undo.
  await admin.getByRole("button", { name: "Retire", exact: true }).click();
  await expect(admin.getByText("1 record keeps its value.")).toBeVisible();
  await officer.goto(firm);
  await expect(heading(officer, "Retired fields")).toBeVisible();
  await expect(shown(officer, number)).toHaveText("1,250.5 seats");
  await officer.goto(`${firm}/edit`);
  await expect(officer.getByRole("combobox", { name: choice })).toBeVisible();
  await expect(officer.getByRole("textbox", { name: number })).toHaveCount(0);
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(shown(officer, number)).toHaveText("1,250.5 seats");
  await admin.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(admin.getByText("The field is offered again.")).toBeVisible();
  await officer.goto(`${firm}/edit`);
  await expect(officer.getByRole("textbox", { name: number })).toHaveValue("1,250.5");

  // An option that was chosen is not removed from under its record either.
  await admin.goto(`${choiceUrl}/edit`);
  await admin.getByRole("button", { name: "Remove 2" }).click();
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("“Private” is chosen on 1 record")).toBeVisible();
  for (const url of [numberUrl, choiceUrl]) {
    await admin.goto(url);
    await admin.getByRole("button", { name: "Retire", exact: true }).click();
    await expect(admin.getByText("1 record keeps its value.")).toBeVisible();
  }
});

test("a field is retired while somebody fills it in: they hear of it, and what they typed is still there", async ({
  as,
}) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const label = unique("Desk ");
  const url = await addField(admin, { label, kind: "Text" });
  const name = unique("Firm ");
  await officer.goto("/enterprises/new");
  await officer.getByLabel("Name, English").fill(name);
  await officer.getByRole("textbox", { name: label }).fill("third floor");
  await admin.goto(url);
  await admin.getByRole("button", { name: "Retire", exact: true }).click();
  await expect(admin.getByText("No record held a value.")).toBeVisible();
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("This field has been retired meanwhile").first()).toBeVisible();
  await expect(officer.getByRole("textbox", { name: label })).toHaveValue("third floor");
  await officer.getByRole("textbox", { name: label }).fill("");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name })).toBeVisible();
  // Nothing was ever saved in it, so it goes, and an undo brings it back.
  await admin.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(admin.getByText("The field is deleted.")).toBeVisible();
  await expect(admin.getByRole("link", { name: label })).toHaveCount(0);
});

test("what a firm's own people may not see is not on their page, and is by no address theirs to ask for", async ({
  as,
}) => {
  const firm = await as("ENTERPRISE");
  const answer = await firm.goto("/custom-fields");
  expect(answer?.status()).toBe(403);
  await firm.goto("/units");
  // The sample shows the design load of their own units to firms.
  await expect(firm.getByRole("columnheader", { name: "Design load, kN/m²" })).toBeVisible();
});
