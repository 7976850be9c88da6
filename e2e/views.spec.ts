import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** Headings of the list's table, in their order, without the arrow of the sort. */
async function headings(page: Page): Promise<string[]> {
  const texts = await page.getByRole("main").getByRole("columnheader").allTextContents();
  return texts.map((text) => text.replace(/[↑↓]$/, ""));
}

async function downloaded(page: Page): Promise<string[]> {
  const link = page.getByRole("link", { name: "Download the whole list as csv" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return (await readFile(await download.path(), "utf8"))
    .replace(/^\ufeff/, "")
    .trim()
    .split("\r\n");
}

const toolsOf = (page: Page) => page.getByRole("form", { name: "Columns of this list" });
/** What comes after these are fields of the office's own, of the sample and of other tests. */
const usual = ["Unit", "Park", "Floor", "Use", "Area, m²", "Let, m²", "Status", "Who is in it"];

test("columns are chosen and ordered by keyboard, stay chosen, and are what the file has", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto("/units?asOf=2022-11-01");
  expect((await headings(page)).slice(0, usual.length)).toEqual(usual);
  await page.getByText("Columns", { exact: true }).focus();
  await page.keyboard.press("Enter");
  const form = toolsOf(page);
  for (const name of ["Park", "Floor", "Use", "Who is in it"])
    await form.getByRole("checkbox", { name, exact: true }).uncheck();
  for (const own of await form.locator("input[value^=cf_]").all()) await own.uncheck();
  await form.getByRole("checkbox", { name: "Free, m²" }).check();
  const up = form.getByRole("button", { name: "Move Free, m² up" });
  await up.focus();
  // From behind all that is shown, ticked still or not, to before the status.
  const told = form.getByRole("status");
  await page.keyboard.press("Enter");
  await expect(told).toHaveText(/^Free, m² is now number \d+$/);
  for (let place = Number(/\d+$/.exec((await told.textContent()) ?? "")?.[0]); place > 7; place -= 1) {
    await page.keyboard.press("Enter");
    await expect(told).toHaveText(`Free, m² is now number ${place - 1}`);
  }
  await expect(up).toBeFocused();
  await form.getByRole("button", { name: "Show these" }).press("Enter");
  await expect(page.getByRole("columnheader", { name: "Free, m²" })).toBeVisible();
  const chosen = ["Unit", "Area, m²", "Let, m²", "Free, m²", "Status"];
  expect(await headings(page)).toEqual(chosen);
  await expect(page).not.toHaveURL(/columns=/);
  // It is kept for the person, on whatever machine.
  const elsewhere = await as("MANAGER");
  await elsewhere.goto("/units?asOf=2022-11-01&status=VACANT");
  expect(await headings(elsewhere)).toEqual(chosen);
  const lines = await downloaded(elsewhere);
  expect(lines[0]).toBe('Unit,"Area, m²","Let, m²","Free, m²",Status');
  const all = await elsewhere.getByRole("rowheader", { name: / in all$/ }).textContent();
  expect(lines.length - 1).toBe(Number(all?.replace(/\D/g, "")));
  // An address says otherwise for once; nonsense in it is passed over.
  await elsewhere.goto("/units?columns=odour,status,code,area&asOf=2022-11-01");
  expect(await headings(elsewhere)).toEqual(["Unit", "Status", "Area, m²"]);
  await elsewhere.goto("/units?asOf=2022-11-01");
  await elsewhere.getByText("Columns", { exact: true }).click();
  await toolsOf(elsewhere).getByRole("link", { name: "The usual ones" }).click();
  await expect(elsewhere.getByRole("columnheader", { name: "Floor" })).toBeVisible();
  expect((await headings(elsewhere)).slice(0, usual.length)).toEqual(usual);
});

test("a view is kept, changed, shared, taken away and brought back", async ({ as }) => {
  const page = await as("OFFICER");
  const name = unique("Big leases ");
  await page.goto("/leases?status=IN_FORCE&sort=-startsOn&columns=leaseNo,area&asOf=2022-11-01&page=2");
  await page.getByRole("link", { name: "Save this view" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.keyboard.press("Enter");
  const views = page.getByRole("navigation", { name: "Views of this list" });
  await expect(views.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
  expect(await headings(page)).toEqual(["Lease no.", "Area, m²"]);
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("IN_FORCE");

  await page.getByRole("combobox", { name: "Status" }).selectOption("HOLDOVER");
  await page.getByRole("button", { name: `Update the view ${name} to what is shown` }).click();
  await expect(page.getByText(`“${name}” now shows what you see.`)).toBeVisible();
  await expect(views.getByRole("link", { name })).not.toContainText("changed");

  const other = await as("MANAGER");
  await other.goto("/leases");
  const theirs = other.getByRole("navigation", { name: "Views of this list" });
  await expect(theirs.getByRole("link", { name: /^Holdovers/ })).toBeVisible();
  await expect(theirs.getByRole("link", { name })).toHaveCount(0);
  await page.getByRole("link", { name: `Edit the view ${name}` }).click();
  await page.getByLabel("Share with the office").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(views.getByRole("link", { name })).toBeVisible();
  await other.reload();
  await theirs.getByRole("link", { name: `${name} by Ou Wei (sample)` }).click();
  await expect(other.getByRole("combobox", { name: "Status" })).toHaveValue("HOLDOVER");
  await expect(other.getByRole("link", { name: "Edit the view" })).toHaveCount(0);

  await page.getByRole("link", { name: `Edit the view ${name}` }).click();
  await page.getByRole("button", { name: `Delete the view ${name}` }).click();
  await expect(page.getByText(`The view “${name}” is gone.`)).toBeVisible();
  // Its address goes on showing what it showed.
  await other.reload();
  await expect(other.getByRole("combobox", { name: "Status" })).toHaveValue("HOLDOVER");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(views.getByRole("link", { name })).toBeVisible();
});

test("a list opens as its reader wants, and all of it is a click away", async ({ as }) => {
  const page = await as("ENTERPRISE", "en");
  const name = unique("Mine ");
  await page.goto("/leases?sort=-startsOn");
  await page.getByRole("link", { name: "Save this view" }).click();
  // A firm's own people share with nobody.
  await expect(page.getByLabel("Share with the office")).toHaveCount(0);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Open the list with it").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/leases\?.*view=/);
  await page.goto("/leases");
  await expect(page).toHaveURL(/sort=-startsOn.*view=/);
  const views = page.getByRole("navigation", { name: "Views of this list" });
  await expect(views.getByRole("link")).toHaveText(["All", name]);
  await views.getByRole("link", { name: "All" }).click();
  await expect(page).toHaveURL(/\/leases\?view=none$/);
  await page.goto("/leases");
  await page.getByRole("link", { name: `Edit the view ${name}` }).click();
  await page.getByRole("button", { name: `Delete the view ${name}` }).click();
  await expect(page).toHaveURL(/view=none/);
  await page.goto("/leases");
  await expect(page).toHaveURL(/\/leases$/);
});

test("without JavaScript a list is narrowed, sorted, drawn, paged, kept and downloaded", async ({
  as,
  browser,
  baseURL,
}) => {
  const storageState = await (await as("MANAGER")).context().storageState();
  const context = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/leases?asOf=2022-11-01");
  await page.getByRole("combobox", { name: "Status" }).selectOption("IN_FORCE");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/status=IN_FORCE/);
  await page.getByRole("link", { name: "Starts on" }).click();
  await expect(page).toHaveURL(/sort=startsOn/);
  await page.getByText("Columns", { exact: true }).click();
  const form = toolsOf(page);
  await form.getByRole("checkbox", { name: "Days left" }).check();
  await form.getByRole("checkbox", { name: "Park", exact: true }).uncheck();
  await form.getByRole("button", { name: "Show these" }).click();
  const chosen = [
    "Lease no.",
    "Enterprise",
    "Units",
    "Area, m²",
    "Starts on",
    "Ends on",
    "Status",
    "Days left",
  ];
  await expect.poll(() => headings(page)).toEqual(chosen);
  await page.getByText("Columns", { exact: true }).click();
  await form.getByRole("button", { name: "Move Days left up" }).click();
  await expect.poll(async () => (await headings(page)).slice(-2)).toEqual(["Days left", "Status"]);
  // There may be more to move: the sheet is open still.
  await expect(form.getByRole("checkbox", { name: "Days left" })).toBeVisible();
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect.poll(async () => (await headings(page)).slice(-2)).toEqual(["Days left", "Status"]);
  const lines = await downloaded(page);
  expect(lines[0]).toBe('Lease no.,Enterprise,Units,"Area, m²",Starts on,Ends on,Days left,Status');
  await page.getByRole("link", { name: /^Holdovers/ }).click();
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("HOLDOVER");
  await context.close();
});

test("nothing moves while a list loads, nor when it is sorted, narrowed and paged", async ({ as }) => {
  const page = await as("MANAGER");
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const shift = () =>
    page.evaluate(
      () =>
        new Promise<number>((done) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done((window as unknown as { shift: number }).shift)),
          ),
        ),
    );
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 800 },
  ]) {
    await page.setViewportSize(size);
    // Also the units with columns that together are wider than the page, and are no more than lists usually have.
    const wide = "units?columns=code,park,building,floor,use,area,occupied,status,tenants,validFrom";
    for (const list of ["parks", "buildings", "units", "enterprises", "leases", "projects", wide]) {
      const address = `/${list}${list === wide ? "&" : "?"}asOf=2022-11-01`;
      await page.goto(address, { waitUntil: "networkidle" });
      expect([list, size.width, (await shift()) < 0.02]).toEqual([list, size.width, true]);
    }
    await page.goto("/leases?asOf=2022-11-01", { waitUntil: "networkidle" });
    await page.getByRole("columnheader", { name: "Starts on" }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=startsOn/);
    await page.getByRole("link", { name: "Next", exact: true }).click();
    await expect(page).toHaveURL(/page=2/);
    expect(await shift()).toBeLessThan(0.02);
  }
});

test("headings and totals stay in sight, at whatever density", async ({ as }) => {
  const page = await as("MANAGER");
  for (const width of [1400, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/leases?asOf=2022-11-01&columns=leaseNo,enterprise,area,endsOn,status,daysLeft");
    const row = page.getByRole("main").getByRole("row").nth(40);
    await row.scrollIntoViewIfNeeded();
    const heading = page.getByRole("columnheader", { name: "Lease no." });
    await expect(heading).toBeInViewport();
    await expect(page.getByRole("rowheader", { name: / in all$/ })).toBeInViewport();
    const bodies = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(bodies).toBeLessThanOrEqual(0);
  }
  const heightOf = async () =>
    (await page.getByRole("main").getByRole("row").nth(2).boundingBox())?.height ?? 0;
  await page.setViewportSize({ width: 1400, height: 800 });
  await page.goto("/leases?asOf=2022-11-01&columns=leaseNo,area");
  const comfortable = await heightOf();
  await page
    .getByLabel(/^Signed in as|Ma Jing/)
    .first()
    .click();
  await page.getByRole("button", { name: "Compact" }).click();
  await expect.poll(heightOf).toBeLessThan(comfortable - 6);
  await page.reload();
  expect(await heightOf()).toBeLessThan(comfortable - 6);
});

test("a building's units and a firm's projects can be downloaded", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto("/buildings?asOf=2022-11-01");
  const building = page.getByRole("main").getByRole("rowheader").getByRole("link").first();
  const address = (await building.getAttribute("href"))?.split("?")[0];
  await page.goto(`${address}/units?asOf=2022-11-01&park=gone`);
  const all = await page.getByRole("rowheader", { name: / in all$/ }).textContent();
  expect((await downloaded(page)).length - 1).toBe(Number(all?.replace(/\D/g, "")));
  await page.goto("/projects?asOf=2022-11-01&columns=code,lead");
  const firm = await page.getByRole("main").getByRole("cell").filter({ hasText: /\w/ }).first().textContent();
  await page.goto(`/enterprises?query=${encodeURIComponent(firm ?? "")}`);
  const first = page.getByRole("main").getByRole("rowheader").getByRole("link").first();
  await page.goto(`${(await first.getAttribute("href"))?.split("?")[0]}/projects?asOf=2022-11-01`);
  const projects = await page.getByRole("rowheader", { name: / in all$/ }).textContent();
  expect((await downloaded(page)).length - 1).toBe(Number(projects?.replace(/\D/g, "")));
});

test("rows pale until the next page is there, whether it was asked for by the pager or by a heading", async ({
  as,
}) => {
  const page = await as("MANAGER");
  await page.goto("/units?asOf=2022-11-01");
  const rows = page.getByRole("main").locator("tbody").last();
  const paleness = () => rows.evaluate((element) => Number(getComputedStyle(element).opacity));
  for (const [name, address] of [
    ["Next", /page=2/],
    ["Area, m²", /sort=area/],
  ] as const) {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(address, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await expect.poll(paleness).toBeLessThan(0.6);
    release();
    await expect(page).toHaveURL(address);
    await expect.poll(paleness).toBe(1);
  }
});
