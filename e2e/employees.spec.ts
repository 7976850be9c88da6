import type { Page } from "@playwright/test";
import { makeFirm, makePark, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** A firm with a roster; its people are added by the form. */
async function makeRoster(page: Page, names: string[]) {
  const park = await makePark(page);
  const firm = await makeFirm(page);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  for (const name of names) {
    await page.goto(`/employees/new?enterprise=${id}`);
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page
      .getByRole("group", { name: "Work" })
      .getByRole("combobox", { name: "Park" })
      .selectOption({ label: park.name });
    await page.getByRole("textbox", { name: "Joined on" }).fill("2022-01-10");
    await page.getByRole("textbox", { name: "Permit to" }).fill("2022-11-20");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^No\. \d+$/ })).toBeVisible();
  }
  return { firm, id, roster: `/employees?enterprise=${id}&asOf=2022-11-01` };
}

const addressOf = (page: Page) => new URL(page.url()).pathname;

test("a person is added, withheld by name, opened for a purpose, and the administrator reads who did", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const name = unique("Quentin ");
  const { firm, id, roster } = await makeRoster(page, [name]);
  const record = addressOf(page);
  await expect(page.getByText("withheld")).toBeVisible();
  for (const path of [record, `${record}/history`, roster, `/enterprises/${id}/history`, "/change-sets"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.content(), path).not.toContain(name);
  }
  const file = await page.request.get(`/employees/export?enterprise=${id}&asOf=2022-11-01&format=csv`);
  expect(await file.text()).not.toContain(name);
  const named = `/employees/names/export?enterprise=${id}&asOf=2022-11-01&format=csv`;
  expect((await page.request.get(named)).status()).toBe(403);

  await page.goto(roster);
  await page.getByRole("link", { name: "Open the names" }).click();
  await page.getByRole("button", { name: "Open the names" }).click();
  await expect(page.getByRole("combobox", { name: "Purpose" })).toBeFocused();
  await page.getByRole("combobox", { name: "Purpose" }).selectOption({ label: "An emergency" });
  const why = unique("Fire drill ");
  await page.getByLabel("Which case").fill(why);
  await page.getByRole("button", { name: "Open the names" }).click();
  await expect(page.getByText(/Names are open to you until/)).toBeVisible();
  await expect(page.getByRole("cell", { name })).toBeVisible();
  expect(await (await page.request.get(named)).text()).toContain(name);

  await page.getByRole("button", { name: "Close the names now" }).click();
  await expect(page.getByText("The names are closed.")).toBeVisible();
  await expect(page.getByRole("cell", { name })).toHaveCount(0);
  expect((await page.request.get(named)).status()).toBe(403);

  const manager = await as("MANAGER");
  await manager.goto(roster);
  await expect(manager.getByRole("rowheader", { name: /^No\. \d+$/ })).toBeVisible();
  expect(await manager.content()).not.toContain(name);
  expect((await manager.request.get("/name-openings")).status()).toBe(403);

  const admin = await as("ADMIN");
  await admin.goto("/name-openings");
  const line = admin.getByRole("row").filter({ hasText: why });
  await expect(line).toContainText(firm);
  await expect(line).toContainText("An emergency");
  await expect(line).toContainText(/\d+ pages? · 1 file/);
  // The firm's own history says it, too.
  await admin.goto(`/enterprises/${id}/history`);
  await expect(admin.getByText("Opened the names of a roster").first()).toBeVisible();
});

test("an identity number is refused with the reason, and what was typed stays", async ({ as }) => {
  const page = await as("OFFICER");
  const { id } = await makeRoster(page, []);
  await page.goto(`/employees/new?enterprise=${id}`);
  await page.getByLabel("Name", { exact: true }).fill("陈嘉敏 440106199003078812");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/looks like an identity or passport number/)).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("陈嘉敏 440106199003078812");
});

test("permits that end are found, and whoever leaves no longer counts beside the headcount declared", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const { id, roster } = await makeRoster(page, ["Ann One", "Bob Two"]);
  const record = addressOf(page);
  await page.goto(`${roster}&permit=30`);
  await expect(page.getByRole("rowheader", { name: /^No\. / })).toHaveCount(2);
  await page.goto(`${roster}&permit=EXPIRED`);
  await expect(page.getByText("Nobody matches these filters.")).toBeVisible();
  await page.goto("/?asOf=2022-11-01");
  await expect(page.getByRole("heading", { name: /Permits that end/ })).toBeVisible();

  await page.goto(`${record}/leave`);
  await page.getByRole("textbox", { name: "Left on" }).fill("2022-09-30");
  await page.getByRole("button", { name: "Note that they leave" }).click();
  await expect(page.getByText("2022-09-30")).toBeVisible();
  await page.goto(`/enterprises/${id}/people?asOf=2022-11-01`);
  const beside = page.getByRole("table", { name: "Roster beside the declared headcount" });
  // Joined by the day 2, left 1, so the roster counts 1; nothing is declared yet.
  await expect(beside.getByRole("row").nth(1)).toContainText(/2\s*−1\s*0\s*0\s*1\s*–\s*–/);
  await page.getByRole("link", { name: "Open the roster" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Roster of / })).toBeVisible();
});

test("a list is brought in, its identity numbers are not, and nobody else sees the file", async ({ as }) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const firm = await makeFirm(page);
  const id = addressOf(page).split("/").at(-1);
  const [name, other] = [unique("Quentin "), "440106199003078812"];
  const rows = [
    "企业名称,园区,姓名,工号,身份证号,入职日期",
    `${firm},${park.code},${name},A001,${other},2022-03-01`,
    `${firm},${park.code},${other},A002,,2022-03-01`,
  ];
  await page.goto("/employees");
  await page.getByRole("link", { name: "Import a list" }).click();
  await expect(page.getByRole("combobox", { name: "What is in it" })).toHaveValue("employees");
  const file = { name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await page.getByLabel("File").setInputFiles(file);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "roster.csv" })).toBeVisible();
  await expect(page.getByRole("cell", { name: /looks like an identity or passport number/ })).toBeVisible();
  expect(await page.content()).not.toContain(other);
  const admin = await as("ADMIN");
  expect((await admin.request.get(addressOf(page))).status()).toBe(404);
  await page.getByRole("button", { name: "Write 1 row" }).click();
  await expect(page.getByText(/^Written on/)).toBeVisible();
  await page.goto(`/employees?enterprise=${id}&asOf=2022-11-01`);
  await expect(page.getByRole("rowheader", { name: /^No\. / })).toHaveCount(1);
  expect(await page.content()).not.toContain(name);
});

test("the administrator sees what the purge would take, runs it dry, and reads the run", async ({ as }) => {
  const page = await as("ADMIN");
  await page.goto("/jobs");
  await expect(page.getByRole("heading", { name: "What the next purge would take" })).toBeVisible();
  await page.getByRole("button", { name: "Dry run: Purge of personal data" }).click();
  await expect(page.getByText(/^It would be: /)).toBeVisible();
  await expect(page.getByRole("table", { name: "Last runs" }).getByRole("row").nth(1)).toContainText(
    "Dry run",
  );
});
