import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { fillLease, makeFirm, makePark, makeUnit, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** A building with one floor: a unit let in 2021 and 2022, and a vacant one beside it. */
async function makeBuilding(page: Page) {
  const park = await makePark(page);
  const code = unique("U");
  const let_ = await makeUnit(page, park.buildingUrl, `${code}a`);
  const vacant = await makeUnit(page, park.buildingUrl, `${code}b`);
  const firm = await makeFirm(page);
  const no = unique("L-");
  await fillLease(page, { no, firm, unit: let_, from: "2021-01-01", to: "2022-12-31" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();
  return { url: park.buildingUrl, let_, vacant, firm, no };
}

const plan = (page: Page) => page.getByRole("group", { name: /^Stacking plan of/ });
const block = (page: Page, code: string) => plan(page).getByRole("link", { name: new RegExp(`^${code}:`) });

test("the plan shows who is where on the day, and a block opens its lease", async ({ as }) => {
  const page = await as("OFFICER");
  const building = await makeBuilding(page);
  await page.goto(`${building.url}?asOf=2021-06-01`);
  await expect(page.getByText("Occupancy", { exact: true }).locator("..")).toContainText("50.00%");
  await expect(block(page, building.vacant)).toHaveAccessibleName(`${building.vacant}: Vacant, 100 m²`);
  await expect(block(page, building.let_)).toHaveAccessibleName(
    `${building.let_}: In occupation, 100 m², ${building.firm} until 2022-12-31`,
  );
  await block(page, building.let_).click();
  await expect(page.getByRole("heading", { level: 1, name: building.no })).toBeVisible();
  expect(page.url()).toContain("asOf=2021-06-01");
});

test("a vacant block logs a tenant from the day of the plan", async ({ as }) => {
  const page = await as("OFFICER");
  const building = await makeBuilding(page);
  await page.goto(`${building.url}?asOf=2021-06-01`);
  await block(page, building.vacant).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log a tenant" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Starts on" })).toHaveValue("2021-06-01");
  await expect(page.getByRole("combobox", { name: "Free unit", exact: true })).toHaveValue(
    new RegExp(building.vacant),
  );
});

test("the slider plays through time without asking the server, and the address keeps the day", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const building = await makeBuilding(page);
  await page.goto(`${building.url}?asOf=2022-12-30`);
  const slider = page.getByRole("slider", { name: "Day" });
  await expect(slider).toHaveAttribute("aria-valuetext", "30 Dec 2022");
  await expect(block(page, building.let_)).toHaveAccessibleName(/Ends within 12 months/);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (["document", "fetch", "xhr"].includes(request.resourceType())) asked.push(request.url());
  });
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  await expect(block(page, building.let_)).toHaveAccessibleName(`${building.let_}: Vacant, 100 m²`);
  await page.getByRole("button", { name: "Change before" }).click();
  // The first day within twelve months of the end.
  await expect(slider).toHaveAttribute("aria-valuetext", "31 Dec 2021");
  await expect(page).toHaveURL(/asOf=2021-12-31/);
  await expect(page.getByLabel("As of")).toHaveValue("2021-12-31");
  expect(asked).toEqual([]);
  // The frame's own control leads the plan as well.
  await page.getByLabel("As of").fill("2021-03-01");
  await expect(slider).toHaveAttribute("aria-valuetext", "1 Mar 2021");
  await expect(block(page, building.let_)).toHaveAccessibleName(/In occupation/);
});

test("space side by side is found by area and day, and marked", async ({ as }) => {
  const page = await as("OFFICER");
  const building = await makeBuilding(page);
  await page.goto(building.url);
  const search = page.getByRole("form", { name: "Find free space" });
  await search.getByLabel("At least, m²").fill("150");
  await search.getByLabel("Free from").fill("2023-01-01");
  await search.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(`Floor 1: ${building.let_} to ${building.vacant}, 200.00 m²`)).toBeVisible();
  await expect(page).toHaveURL(/area=150&freeFrom=2023-01-01/);
  await expect(block(page, building.vacant)).toHaveAccessibleName(/found by the search/);
  await search.getByLabel("Free from").fill("2022-12-31");
  await search.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(/^Nothing of 150 m² or more/)).toBeVisible();
});

test("arrow keys move between blocks, and the table says the same", async ({ as }) => {
  const page = await as("MANAGER");
  const officer = await as("OFFICER");
  const building = await makeBuilding(officer);
  await page.goto(`${building.url}?asOf=2021-06-01`);
  await block(page, building.let_).focus();
  await page.keyboard.press("ArrowRight");
  await expect(block(page, building.vacant)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(block(page, building.let_)).toBeFocused();
  // One stop for the Tab key: the next is the slider's.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Play" })).toBeFocused();
  await page.getByText(/^Rent roll/).click();
  await expect(page.getByRole("row", { name: new RegExp(building.let_) })).toContainText(
    `In occupation100.00${building.firm}2022-12-31`,
  );
  // A manager reads: a vacant block leads to the unit, not to a form.
  await block(page, building.vacant).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(building.vacant) })).toBeVisible();
});

test("the plan leaves as SVG and PNG with its title, day and legend", async ({ as }) => {
  const page = await as("OFFICER", "zh");
  const officer = await as("OFFICER");
  const building = await makeBuilding(officer);
  await page.goto(`${building.url}?asOf=2021-06-01`);
  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const svg = await take("下载 SVG");
  expect(svg.name).toMatch(/^P.*-A-2021-06-01\.svg$/);
  const text = svg.bytes.toString("utf8");
  for (const said of ["租控图", "2021年6月1日", "12 个月内到期", building.firm.slice(0, 4), "Noto Sans SC"]) {
    expect(text).toContain(said);
  }
  // It stands alone: no variable of the page is left in it.
  expect(text).not.toContain("var(");
  const png = await take("下载 PNG");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.length).toBeGreaterThan(10_000);
});
