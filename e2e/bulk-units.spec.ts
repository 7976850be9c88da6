import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("two units are given one choice at once, seen before, and it is put back", async ({ as }) => {
  const [admin, page] = [await as("ADMIN"), await as("OFFICER")];
  const label = unique("Heating ");
  await admin.goto("/custom-fields/new?subject=UNIT");
  await admin.getByRole("combobox", { name: "Belongs to" }).selectOption({ label: "Units" });
  await admin.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Choice" });
  await admin.getByLabel("Label, English").first().fill(label);
  await admin.getByRole("button", { name: "Add an option" }).click();
  await admin.getByRole("group", { name: "Options 1" }).getByLabel("Label, English").fill("District");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: label })).toBeVisible();

  await page.goto("/units");
  const boxes = page.locator("tbody input[name=id]");
  for (const place of [0, 1]) await boxes.nth(place).check();
  await page.getByRole("button", { name: "Change…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change many units" })).toBeVisible();
  await page.getByRole("combobox", { name: label }).selectOption({ label: "District" });
  const preview = page.getByRole("region", { name: "What will change" });
  await expect(preview.getByText("2 change.")).toBeVisible();
  await expect(preview.getByRole("columnheader", { name: label })).toBeVisible();
  await expect(preview.getByRole("row").nth(1)).toContainText("District");
  await page.getByRole("button", { name: "Change 2", exact: true }).click();
  await expect(page.getByText("Changed.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await page.getByText("Further fields", { exact: true }).click();
  await page.getByRole("combobox", { name: label, exact: true }).selectOption({ label: "District" });
  await expect(page.getByText("No unit matches.")).toBeVisible();

  // Once it is retired there is nothing to choose, and so nothing to tick.
  await admin.getByRole("button", { name: "Retire", exact: true }).click();
  await expect(admin.getByRole("button", { name: "Restore", exact: true })).toBeVisible();
  await page.goto("/units");
  await expect(page.getByRole("table", { name: "Units" })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});
