import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { axeFindings } from "./support/axe";
import { expect, test } from "./support/sign-in";

/** The day of the report that the sample zone was drawn from. */
const DAY = "2022-11-01";

test("the zone's occupancy on a day, and the rows behind a figure", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto(`/reports/occupancy?asOf=${DAY}`);
  await expect(page.getByRole("heading", { level: 1, name: "Occupancy" })).toBeVisible();
  await page.getByLabel("Occupancy, in occupation: How it is made").click();
  await expect(page.getByText("Occupied area / lettable area", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /month by month/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /take-up and terminations/ })).toBeVisible();
  await page.getByRole("link", { name: "Vacancy: Rows behind this" }).click();
  await expect(page).toHaveURL(/state=VACANT/);
  await expect(page).toHaveURL(new RegExp(`asOf=${DAY}`));
  await expect(page.getByRole("table", { name: "Rent roll" }).getByText("Vacant").first()).toBeVisible();
});

test("a park of more than 400 firms and 3,000 people is reported as such", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto(`/reports/headcount?asOf=${DAY}&park=OH1`);
  const park = page.getByRole("table", { name: "By park" }).getByRole("row").nth(1);
  await expect(park).toContainText("3,000");
  const figure = (name: string) =>
    page
      .getByRole("region", { name: "Figures" })
      .locator("dl > div", { hasText: name })
      .locator("dd")
      .first();
  await page.goto(`/reports/occupancy?asOf=${DAY}&park=OH1`);
  await expect(figure("Tenants")).toHaveText("403");
  await expect(figure("Registered only")).toHaveText("0");
  // Three of its firms stayed on past their leases' ends in those weeks.
  await expect(figure("Area in holdover")).not.toHaveText(/^0\.00/);
  // Whoever is only registered counts apart, in the zone too.
  await page.goto(`/reports/occupancy?asOf=${DAY}`);
  await expect(figure("Registered only")).toHaveText("6");
  await page.goto(`/leases?asOf=${DAY}&status=HOLDOVER`);
  await expect(page.getByRole("rowheader", { name: "4 in all" })).toBeVisible();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(4);
});

test("projects are shown with their colours, and drawn against time", async ({ as }) => {
  const page = await as("MANAGER", "zh");
  await page.goto(`/reports/progress?asOf=${DAY}`);
  await expect(page.getByRole("heading", { level: 1, name: "项目进度" })).toBeVisible();
  await expect(page.getByRole("table", { name: "项目", exact: true }).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("list", { name: "计划、预测与实际" })).toBeVisible();
});

test("a report is downloaded as a workbook and as CSV", async ({ as }) => {
  const page = await as("OFFICER");
  const read = async (query: string) => {
    const answer = await page.request.get(`/reports/occupancy/export?asOf=${DAY}&${query}`);
    expect(answer.status()).toBe(200);
    return { name: answer.headers()["content-disposition"], body: await answer.body() };
  };
  const file = await read("format=xlsx");
  expect(file.name).toContain(".xlsx");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file.body).buffer);
  const names = workbook.worksheets.map(({ name }) => name);
  expect(names).toEqual([
    "About",
    "Figures",
    "By park and building",
    "When the occupied area ends",
    "Rent roll",
  ]);
  const csv = await read("format=csv&table=places");
  expect(csv.body.toString().startsWith("\uFEFFPlace,Park,Building,")).toBe(true);

  await page.goto(`/reports/occupancy?asOf=${DAY}`);
  await page.getByLabel("More", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV: parks and buildings" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toBe(csv.body.toString());
});

test("a council partner sees sums, and never a firm", async ({ as }) => {
  const page = await as("VIEWER");
  for (const report of ["occupancy", "headcount", "progress"]) {
    await page.goto(`/reports/${report}?asOf=${DAY}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: /Rows behind this/ })).toHaveCount(0);
    await expect(page.locator("main a[href^='/enterprises'], main a[href^='/projects']")).toHaveCount(0);
  }
  for (const path of ["/reports/occupancy/rows", "/reports/headcount/rows"]) {
    await page.goto(path);
    await expect(page.getByRole("table")).toHaveCount(0);
  }
  const refused = await page.request.get(`/reports/progress/export?asOf=${DAY}`);
  expect(refused.status()).toBe(403);
  const workbook = new ExcelJS.Workbook();
  const answer = await page.request.get(`/reports/occupancy/export?asOf=${DAY}`);
  await workbook.xlsx.load(new Uint8Array(await answer.body()).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).not.toContain("Rent roll");
});

test("a firm's own user has no reports", async ({ as }) => {
  const page = await as("ENTERPRISE");
  expect((await page.goto("/reports/occupancy"))?.status()).toBe(403);
  expect((await page.request.get("/reports/occupancy/export")).status()).toBe(403);
});

for (const locale of ["en", "zh"] as const) {
  test(`axe finds nothing on the reports in ${locale}`, async ({ as }) => {
    const page = await as("MANAGER", locale);
    for (const path of ["", "/occupancy", "/occupancy/rows", "/headcount", "/headcount/rows", "/progress"]) {
      await page.goto(`/reports${path}?asOf=${DAY}`);
      expect(await axeFindings(page), path).toEqual([]);
    }
  });
}

test("what was known before anything was recorded is nothing, and stays so on every side", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto(`/reports/occupancy?asOf=${DAY}&park=OH1&building=A&knownOn=2020-01-01`);
  await expect(page.getByText("as known at the end of 1 Jan 2020")).toBeVisible();
  await page.getByRole("link", { name: "Rent roll", exact: true }).click();
  await expect(page).toHaveURL(/knownOn=2020-01-01/);
  await expect(page).toHaveURL(/building=A/);
  await expect(page.getByRole("heading", { level: 2, name: "Rent roll" })).toBeVisible();
  await expect(page.getByText("No rows on this day")).toHaveCount(1);
});
