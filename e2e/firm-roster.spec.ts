import { expect, test } from "./support/sign-in";

test("a firm keeps its own roster from the portal: somebody joins, is corrected and leaves", async ({
  as,
}) => {
  const page = await as("ENTERPRISE");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/portal/people");
  await page.getByRole("link", { name: "Add a person to our roster" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New employee" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("44010119900101001X");
  await page.getByRole("button", { name: "Save" }).click();
  // An identity number is no name, and is kept nowhere.
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill("Ann Ong");
  const park = page.getByRole("combobox", { name: "Park" });
  if ((await park.inputValue()) === "") await park.selectOption({ index: 1 });
  await page.getByRole("textbox", { name: "Joined on" }).fill("2022-01-10");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main")).toContainText("Ann Ong");
  const address = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Edit the row" }).first().click();
  await page.getByRole("combobox", { name: /Degree/ }).selectOption({ index: 2 });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(address));
  await page.goto(`${address}/leave`);
  await page.getByRole("textbox", { name: "Left on" }).fill("2022-06-30");
  await page.getByRole("main").locator("button[type=submit]").last().click();
  await expect(page.getByRole("main")).toContainText("2022-06-30");
  // The office does not see the name before it says what for.
  const officer = await as("OFFICER");
  await officer.goto(address);
  await expect(officer.getByRole("main")).not.toContainText("Ann Ong");
});
