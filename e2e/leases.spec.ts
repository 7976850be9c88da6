import { choose, fillLease, makeFirm, makePark, makeUnit, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("an officer records a park, a building, a unit and a firm, lets the unit, and ends the lease", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const unit = await makeUnit(page, park.buildingUrl);
  const [firm, other] = [await makeFirm(page), await makeFirm(page)];
  const no = unique("L-");
  // Dates as people write them, in three forms.
  await fillLease(page, { no, firm, unit, from: "20220101", to: "31 Dec 2027" });
  await page.getByRole("textbox", { name: "Moved in on" }).fill("2022年1月10日");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();
  await expect(page.getByText("2022-01-10")).toBeVisible();

  // The same unit again: refused in words that name the lease, its firm and its dates; what was typed stays.
  const again = unique("L-");
  await fillLease(page, { no: again, firm: other, unit, from: "2023-01-01", to: "2023-12-31" });
  await page.getByRole("button", { name: "Save" }).click();
  const refusal = `${unit} is let to ${firm} from 2022-01-10 to 2027-12-31 (lease ${no}).`;
  await expect(page.getByText(refusal).first()).toBeVisible();
  await expect(page.getByLabel("Lease no.")).toHaveValue(again);

  // Terminated, it is free from the next day on.
  await page.goto(`/leases?query=${no}`);
  await page.getByRole("link", { name: no, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();
  await page
    .getByRole("button", { name: "More" })
    .or(page.locator("summary[aria-label='More']"))
    .first()
    .click();
  await page.getByRole("link", { name: "Terminate" }).click();
  await page.getByRole("textbox", { name: "Terminated on" }).fill("2022-12-31");
  await page.getByLabel("Reason").fill("Moved to another city");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: no })).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Terminated the lease")).toBeVisible();
  await expect(page.getByText("Moved to another city")).toBeVisible();

  await fillLease(page, { no: again, firm: other, unit, from: "2023-01-01", to: "2023-12-31" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: again })).toBeVisible();
});

test("the day in the frame moves every list with it", async ({ as }) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const unit = await makeUnit(page, park.buildingUrl);
  const firm = await makeFirm(page);
  await fillLease(page, { no: unique("L-"), firm, unit, from: "2021-01-01", to: "2021-12-31" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: firm })).toBeVisible();
  await page.goto(`${park.buildingUrl}/units?asOf=2021-06-01`);
  await expect(page.getByText("Everything here is as it stood on 1 Jun 2021.")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(unit) })).toContainText(firm);
  await page.goto(`${park.buildingUrl}/units?asOf=2022-01-01`);
  await expect(page.getByRole("row", { name: new RegExp(unit) })).toContainText("Vacant");
});

test("a form refuses bad input at its fields and keeps what was typed", async ({ as }) => {
  const page = await as("OFFICER");
  await page.goto("/leases/new");
  await page.getByLabel("Lease no.").fill("L-keep");
  await page.getByRole("textbox", { name: "Starts on" }).fill("soon");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write a date such as 2022-11-01 or 1 Nov 2022.").first()).toBeVisible();
  await expect(page.getByLabel("Lease no.")).toHaveValue("L-keep");
  await expect(page.getByRole("textbox", { name: "Starts on" })).toHaveValue("soon");
});

test("type-ahead finds a firm by its pinyin", async ({ as }) => {
  const page = await as("OFFICER");
  await page.goto("/enterprises/new");
  const syllables = ["测", "试", "安", "岭", "川"];
  const name = `${syllables.join("")}${unique("")}`;
  await page.getByLabel("Name, Chinese").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goto("/leases/new");
  await page.getByRole("combobox", { name: "Enterprise", exact: true }).fill("ceshianling");
  await expect(page.getByRole("option").filter({ hasText: name })).toBeVisible();
  await page.getByRole("combobox", { name: "Enterprise", exact: true }).fill("");
  await choose(page, "Enterprise", name);
});

test("what is chosen before the page listens is applied, and not taken back", async ({ as }) => {
  const page = await as("MANAGER");
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/leases?asOf=2022-11-01", { waitUntil: "commit" });
  const status = page.getByRole("combobox", { name: "Status" });
  await status.selectOption("IN_FORCE");
  release();
  await expect(page).toHaveURL(/status=IN_FORCE/);
  await expect(status).toHaveValue("IN_FORCE");
});
