import { makeFirm } from "./support/office";
import { expect, test } from "./support/sign-in";

test("what was just saved is undone from the message that says so", async ({ as }) => {
  const page = await as("OFFICER");
  const firm = await makeFirm(page);
  const address = page.url();
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Undone.");
  expect((await page.request.get(address)).status()).toBe(404);
  const { groups } = await (await page.request.get(`/search/suggest?q=${encodeURIComponent(firm)}`)).json();
  expect(groups).toEqual([]);
});

test("an older change is undone from the record's history, and the undoing from the list of changes", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const name = await makeFirm(page);
  const address = page.url();
  await page.goto(`${address}/edit`);
  await page.getByLabel("Name, English").fill(`${name} Renamed`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} Renamed` })).toBeVisible();
  await page.goto(`${address}/history`);
  await page.getByRole("button", { name: /^Undo: Changed/ }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();

  await page.goto("/change-sets");
  const undoing = page.getByRole("row").filter({ hasText: "Undid a change" }).filter({ hasText: name });
  await undoing.getByRole("button").click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Undone.");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: `${name} Renamed` })).toBeVisible();
});

test("what others have come to need stays, and is named", async ({ as }) => {
  const page = await as("OFFICER");
  const name = await makeFirm(page);
  const address = page.url();
  await page.goto(`${address}/edit`);
  await page.getByLabel("Name, English").fill(`${name} Since`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} Since` })).toBeVisible();
  await page.goto(`${address}/history`);
  await page.getByRole("button", { name: /^Undo: Added/ }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText(`${name} Since`);
  await expect(page.getByRole("heading", { level: 1, name: `${name} Since` })).toBeVisible();
});
