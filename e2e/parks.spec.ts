import { makePark } from "./support/office";
import { expect, test } from "./support/sign-in";

test("whoever saves second sees the other's change beside their own and loses nothing", async ({ as }) => {
  const [first, second] = [await as("OFFICER"), await as("ADMIN")];
  const park = await makePark(first);
  await first.goto(`/parks?query=${park.code}`);
  await first.getByRole("link", { name: park.name }).click();
  await expect(first.getByRole("heading", { level: 1, name: park.name })).toBeVisible();
  const edit = `${new URL(first.url()).pathname}/edit`;
  await Promise.all([first.goto(edit), second.goto(edit)]);
  await first.getByLabel("Operator").fill("First Operator");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByText("First Operator")).toBeVisible();

  await second.getByLabel("Operator").fill("Second Operator");
  await second.getByLabel("Name, Chinese").fill("第二");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText(/saved a change while you were editing/)).toBeVisible();
  await expect(second.getByText("First Operator").first()).toBeVisible();
  await expect(second.getByLabel("Name, Chinese")).toHaveValue("第二");
  await second.getByText("Take theirs").first().click();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(
    second.getByRole("tab", { name: "Overview" }).or(second.getByRole("link", { name: "Overview" })),
  ).toBeVisible();
  await expect(second.getByText("First Operator")).toBeVisible();
  await second.getByRole("link", { name: "History" }).click();
  await expect(second.getByText("Changed the park")).toHaveCount(2);
});

test("lists work without JavaScript", async ({ browser, baseURL, as }) => {
  const signedIn = await as("MANAGER");
  const state = await signedIn.context().storageState();
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, storageState: state });
  const page = await context.newPage();
  await page.goto("/enterprises?asOf=2022-11-01");
  await page.getByRole("combobox", { name: "Cluster" }).selectOption({ label: "Biomedicine" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/cluster=BIOMEDICINE/);
  await expect(page.getByRole("cell", { name: "Biomedicine" }).first()).toBeVisible();
  await expect(page.getByRole("cell", { name: "Digital economy" })).toHaveCount(0);
  await context.close();
});
