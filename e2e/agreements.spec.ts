import { expect, test } from "./support/sign-in";

const code = () => `E2E-AG-${Date.now().toString(36)}`;

test("an agreement is registered, extended, added to and terminated", async ({ as }) => {
  const officer = await as("OFFICER");
  const number = code();
  await officer.goto("/agreements/new");
  await officer.getByRole("textbox", { name: "Number" }).fill(number);
  await officer.getByLabel("Title, English").fill("MOU on a pilot");
  await officer.getByRole("textbox", { name: "Signed on" }).fill("2022-11-01");
  await officer.getByRole("button", { name: "Save" }).click();
  // Who signed has to be said.
  await expect(
    officer.getByText("Name who signed: a firm of the zone, or anybody else by name."),
  ).toBeVisible();
  await officer.getByLabel("Or name, English").fill("An authority");
  await officer.getByRole("textbox", { name: "Expires on" }).fill("2023-10-31");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "MOU on a pilot" })).toBeVisible();
  await expect(officer.getByText("It was terminated, or has run out.")).toBeVisible();
  const { pathname } = new URL(officer.url());

  await officer.goto(`${pathname}/extend`);
  await officer.getByRole("textbox", { name: "Day", exact: true }).fill("2023-10-01");
  await officer.getByRole("textbox", { name: "Now expires on" }).fill("2023-10-01");
  await officer.getByLabel("Where it is written").fill("Letter 7");
  await officer.getByRole("button", { name: "Extend" }).click();
  await expect(officer.getByText("An extension ends later than the expiry that stands.")).toBeVisible();
  await officer.getByRole("textbox", { name: "Now expires on" }).fill("2099-12-31");
  await officer.getByRole("button", { name: "Extend" }).click();
  await expect(officer.getByText("Extended from 2023-10-31 to 2099-12-31")).toBeVisible();
  // The day decides: before the extension was agreed, it ended when it was to end.
  await officer.goto(`${pathname}?asOf=2023-09-30`);
  await expect(officer.getByRole("main")).toContainText("2023-10-31");

  await officer.goto(`${pathname}/addendum`);
  await officer.getByRole("textbox", { name: "Day", exact: true }).fill("2024-01-10");
  await officer.getByLabel("Where it is written").fill("Annex 2");
  await officer.getByLabel("What, English").fill("Two more pilots");
  await officer.keyboard.press("Control+Home");
  await officer.getByRole("button", { name: "Add an addendum" }).click();
  await expect(officer.getByRole("cell", { name: "Two more pilots" })).toBeVisible();

  await officer.goto(`${pathname}/terminate`);
  await officer.getByRole("textbox", { name: "Day", exact: true }).fill("2024-02-01");
  await officer.getByLabel("Reason").fill("Withdrawn");
  await officer.getByLabel("Where it is written").fill("Letter 9");
  await officer.getByRole("button", { name: "Terminate" }).click();
  await expect(officer.getByText("Terminated", { exact: true })).toBeVisible();
  expect((await officer.goto(`${pathname}/extend`))?.status()).toBe(403);
  await officer.goto(`${pathname}/history`);
  await expect(officer.getByText("Terminated the agreement")).toBeVisible();
});

test("the list is narrowed by what became of the agreements, in both languages", async ({ as }) => {
  const manager = await as("MANAGER");
  const { items } = await (await manager.request.get("/api/v1/meetings?query=Joint Council")).json();
  const council = items.find(({ number }: { number: number }) => number === 18);
  // Of the council alone: other journeys sign agreements of their own at the same time.
  await manager.goto(`/agreements?asOf=2023-10-31&state=SILENT&meeting=${council.id}`);
  const table = manager.getByRole("table", { name: "Agreements" });
  await expect(table.getByRole("row").filter({ hasText: "No activity for 180 days" })).toHaveCount(9);
  await expect(manager.getByRole("link", { name: "Add an agreement" })).toHaveCount(0);
  const firm = await as("ENTERPRISE", "zh");
  await firm.goto("/agreements");
  await expect(firm.getByRole("heading", { level: 1, name: "协议" })).toBeVisible();
  await expect(firm.getByRole("table").getByRole("row").filter({ hasText: "JC18-01" })).toHaveCount(1);
  await expect(firm.getByRole("table").getByRole("row").filter({ hasText: "JC18-02" })).toHaveCount(0);
});
