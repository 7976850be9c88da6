import type { Page } from "@playwright/test";
import { fillLease, makeFirm, makePark, makeUnit, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** A unit of 100 m², let in 2021 to 2025. */
async function makeLet(page: Page) {
  const park = await makePark(page);
  const unit = await makeUnit(page, park.buildingUrl);
  const unitUrl = new URL(page.url()).pathname;
  const firm = await makeFirm(page);
  const no = unique("L-");
  await fillLease(page, { no, firm, unit, from: "2021-01-01", to: "2025-12-31" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();
  return { park, unit, unitUrl, firm, no, leaseUrl: new URL(page.url()).pathname };
}

const part = (page: Page, n: number) => page.getByRole("group", { name: `Parts ${n}` });

test("a let unit is split from a day on; the lease goes on in the part named, and the past stays", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const { park, unit, unitUrl, firm, no, leaseUrl } = await makeLet(page);
  await page.goto(`${unitUrl}/split`);
  await page.getByRole("textbox", { name: "From" }).fill("2023-01-01");
  await part(page, 1).getByLabel("Area, m²").fill("60");
  await part(page, 2).getByLabel("Area, m²").fill("30");
  await page.getByRole("button", { name: "Split" }).click();
  // Two refusals, each at its place, and nothing that was typed is lost.
  await expect(page.getByText("100.00 m² would become 90.00 m².")).toBeVisible();
  await part(page, 2).getByLabel("Area, m²").fill("40");
  await page.getByRole("button", { name: "Split" }).click();
  await expect(part(page, 1).getByText(`Lease ${no} runs then or later.`)).toBeVisible();
  await part(page, 1)
    .getByRole("checkbox", { name: new RegExp(no) })
    .check();
  await page.getByRole("button", { name: "Split" }).click();

  await expect(page.getByRole("table", { name: "Before and after" })).toContainText(`${unit}A`);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Split the unit")).toBeVisible();
  const rows = page.getByRole("table", { name: "Units" });
  await page.goto(`${park.buildingUrl}/units?asOf=2022-12-31`);
  await expect(rows.getByRole("row", { name: new RegExp(`${unit} `) })).toContainText(firm);
  await expect(rows.locator("tbody").getByRole("row")).toHaveCount(1);
  await page.goto(`${park.buildingUrl}/units?asOf=2023-01-01`);
  await expect(rows.getByRole("row", { name: new RegExp(`${unit}A`) })).toContainText(firm);
  await expect(rows.getByRole("row", { name: new RegExp(`${unit}B`) })).toContainText("Vacant");
  await page.goto(`${leaseUrl}?asOf=2023-01-01`);
  await expect(page.getByText("Area, m²").first().locator("..")).toContainText("60.00");
});

test("units are merged, measured anew and taken out of the stock", async ({ as }) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const [first, second] = [await makeUnit(page, park.buildingUrl), await makeUnit(page, park.buildingUrl)];
  const base = new URL(page.url()).pathname;
  await page.goto(`${base}/merge`);
  await page.getByRole("textbox", { name: "From" }).fill("2022-01-01");
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("Tick the units that join this one.")).toBeVisible();
  await page.getByRole("checkbox", { name: new RegExp(first) }).check();
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `A ${second}` })).toBeVisible();
  await expect(page.getByText("200.00").first()).toBeVisible();

  await page.goto(`${new URL(page.url()).pathname}/remeasure`);
  await page.getByRole("textbox", { name: "From" }).fill("2023-01-01");
  await page.getByLabel("Area, m²").fill("199");
  await page.getByRole("button", { name: "Measure anew" }).click();
  await page.getByLabel("Reason").fill("New survey");
  await page.getByRole("button", { name: "Measure anew" }).click();
  await expect(page.getByRole("table", { name: "Before and after" })).toContainText("New measurement");

  await page.goto(`${new URL(page.url()).pathname}/availability`);
  await page.getByRole("textbox", { name: "From" }).fill("2022-06-01");
  await page.getByRole("combobox", { name: "Availability" }).selectOption({ label: "Under works" });
  await page.getByRole("button", { name: "Change availability" }).click();
  await expect(page.getByText("The unit exists from 2023-01-01.")).toBeVisible();
  await page.getByRole("textbox", { name: "From" }).fill("2024-01-01");
  await page.getByRole("button", { name: "Change availability" }).click();
  await expect(page.getByRole("table", { name: "Before and after" })).toContainText("Change of availability");
  await page.goto(`${park.buildingUrl}?asOf=2024-01-01`);
  await expect(page.getByRole("link", { name: `${second}: Under works, 199 m²` })).toBeVisible();
});
