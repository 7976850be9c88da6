import { expect, test } from "./support/sign-in";

test("a session raises an item, the next one finds it open, and its end is told there", async ({ as }) => {
  const officer = await as("OFFICER");
  const code = `E2E-${Date.now().toString(36)}`;
  await officer.goto("/meetings/series/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Name, English").fill(`Group ${code}`);
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Group ${code}` })).toBeVisible();

  await officer.getByRole("link", { name: "Add a session" }).click();
  await expect(officer.getByRole("textbox", { name: "Number" })).toHaveValue("1");
  await officer.getByRole("textbox", { name: "Begins on" }).fill("2022-03-01");
  await officer.getByRole("button", { name: "Add an outcome" }).click();
  await officer.getByLabel("Text, English").fill("A list is to be made");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `1st Group ${code}` })).toBeVisible();
  const first = new URL(officer.url()).pathname;

  await officer.goto(`/action-items/new?meeting=${first.split("/")[2]}`);
  await officer.getByLabel("What is to be done, English").fill(`Make the list ${code}`);
  await officer.getByLabel("From the outcome").selectOption({ label: "A list is to be made" });
  await officer.getByRole("textbox", { name: "Due on" }).fill("2022-02-01");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("textbox", { name: "Due on" })).toHaveAttribute("aria-invalid", "true");
  await officer.getByRole("textbox", { name: "Due on" }).fill("2022-06-30");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Overdue")).toBeVisible();
  const item = new URL(officer.url()).pathname;

  await officer.goto(`/meetings?query=${code}`);
  await officer.getByRole("link", { name: `1st Group ${code}` }).click();
  await officer.getByRole("link", { name: `Group ${code}`, exact: true }).click();
  await officer.getByRole("link", { name: "Add a session" }).click();
  await expect(officer.getByRole("textbox", { name: "Number" })).toHaveValue("2");
  await officer.getByRole("textbox", { name: "Begins on" }).fill("2022-09-01");
  await officer.getByRole("button", { name: "Save" }).click();
  const carried = officer.getByRole("table", { name: "Open items from earlier sessions" });
  await expect(carried.getByRole("link", { name: `Make the list ${code}` })).toBeVisible();
  const second = new URL(officer.url()).pathname;

  await officer.goto(`${item}/complete`);
  await officer.getByRole("textbox", { name: "Done on" }).fill("2022-10-01");
  await officer.getByLabel("What came of it").fill("Sent to both sides");
  await officer.getByRole("button", { name: "Mark as done" }).click();
  await expect(officer.getByRole("definition").filter({ hasText: "Sent to both sides" })).toBeVisible();
  await officer.goto(second);
  await expect(carried.getByText(/Sent to both sides/)).toBeVisible();
  await expect(carried.getByText("Done", { exact: true })).toBeVisible();
});

test("overdue items lead the home page of whoever owns them", async ({ as }) => {
  const officer = await as("OFFICER");
  await officer.goto("/");
  const [first] = await officer.getByRole("heading", { level: 2 }).allTextContents();
  expect(first).toContain("Your action items, overdue");
  expect((await (await as("ENTERPRISE")).goto("/meetings"))?.status()).toBe(403);
});
