import { axeFindings } from "./support/axe";
import { expect, type Locale, test } from "./support/sign-in";

test("a firm keeps its own roster in its own room: somebody joins, is corrected and leaves", async ({
  as,
}) => {
  const page = await as("ENTERPRISE");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/portal/people");
  await page.getByRole("link", { name: "Add a person to our roster" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Somebody joins us" })).toBeVisible();
  // The firm's rooms are at hand, and the office's are not.
  await expect(page.getByRole("navigation", { name: "Firm's portal" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("44010119900101001X");
  await page.getByRole("button", { name: "Save" }).click();
  // An identity number is no name, and is kept nowhere.
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill("Ann Ong");
  const park = page.getByRole("combobox", { name: "Park" });
  if ((await park.inputValue()) === "") await park.selectOption({ index: 1 });
  await page.getByRole("textbox", { name: "Joined on" }).fill("2022-01-10");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ann Ong" })).toBeVisible();
  const address = new URL(page.url()).pathname;
  expect(address).toMatch(/^\/portal\/people\/roster\//);
  // A name stands in no title: a browser's history keeps those.
  expect(await page.title()).not.toContain("Ann Ong");

  await page.getByRole("link", { name: "Change what is noted" }).click();
  await page.getByRole("combobox", { name: /Degree/ }).selectOption({ label: "Master" });
  await page.getByRole("textbox", { name: "Permit to" }).fill("2022-02-01");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole("main")).toContainText("Master");
  await page.getByRole("navigation", { name: "Where this page is" }).getByRole("link").click();
  const row = page.getByRole("listitem").filter({ hasText: "Ann Ong" });
  await expect(row).toContainText("since 2022-01-10");
  await expect(row).toContainText("Permit ended on 2022-02-01");

  await row.getByRole("link", { name: "Ann Ong" }).click();
  await page.getByRole("link", { name: "They leave us" }).click();
  await page.getByRole("textbox", { name: "Left on" }).fill("2022-06-30");
  await page.getByRole("main").locator("button[type=submit]").last().click();
  await expect(page.getByRole("main")).toContainText("2022-06-30");
  await page.goto("/portal/people/roster?state=LEFT");
  await expect(page.getByRole("listitem").filter({ hasText: "Ann Ong" })).toContainText("to 2022-06-30");

  // The office does not see the name before it says what for, at the address that it always had.
  const officer = await as("OFFICER");
  const id = address.split("/").at(-1);
  await officer.goto(`/employees/${id}`);
  await expect(officer.getByText("withheld")).toBeVisible();
  await expect(officer.getByRole("main")).not.toContainText("Ann Ong");
  // Who comes by an old link is led to the same person in the firm's room.
  await page.goto(`/employees/${id}`);
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

for (const locale of ["en", "zh"] satisfies Locale[]) {
  test(`the roster's pages can be read by all on a phone (${locale})`, async ({ as }) => {
    const page = await as("ENTERPRISE", locale);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["", "/new", "?query=nobody-at-all"]) {
      await page.goto(`/portal/people/roster${path}`);
      expect(await axeFindings(page), path).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide, path).toBe(false);
    }
  });
}
