import { choose, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("an officer enters a claim, a manager signs it off, an edit takes that back, and it is withdrawn", async ({
  as,
}) => {
  const [officer, manager] = [await as("OFFICER"), await as("MANAGER")];
  const code = unique("C-");
  await officer.goto("/claims/new");
  await officer.keyboard.type(code);
  await officer.getByLabel("Sentence, English").fill(`More than 100000 enterprises ${code}`);
  await officer.getByRole("textbox", { name: "Published on" }).fill("2022-11-01");
  await officer.getByRole("textbox", { name: "It speaks of" }).fill("2022-11-01");
  await officer.getByRole("button", { name: "Bind a figure" }).click();
  await officer.getByRole("combobox", { name: "Over" }).selectOption({ label: "A park" });
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Choose one of the list.").first()).toBeVisible();
  await choose(officer, "Which", "OH1");
  await officer.getByRole("combobox", { name: "It says" }).selectOption({ label: "more than" });
  await officer.getByLabel("Number said").fill("10万");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("A figure is below what was said.")).toBeVisible();
  await expect(officer.getByRole("row", { name: /Enterprises/ })).toContainText("more than 100,000");
  await expect(officer.getByRole("link", { name: "Sign off" })).toHaveCount(0);
  const claim = new URL(officer.url()).pathname;

  await manager.goto(claim);
  await manager.getByRole("link", { name: "Sign off" }).click();
  await manager.getByRole("button", { name: "Sign off" }).click();
  await expect(manager.getByText(/^.+, 20\d\d-\d\d-\d\d \d\d:\d\d$/)).toBeVisible();
  // It is on the homes of both.
  for (const page of [officer, manager]) {
    await page.goto("/");
    await expect(page.getByText(/published|Published, and no longer true/).first()).toBeVisible();
  }
  await manager.goto("/claims?alarm=yes");
  await expect(manager.getByRole("row", { name: new RegExp(code) })).toContainText("Below what was said");

  await officer.goto(`${claim}/edit`);
  await officer.getByLabel("Number said").fill("1");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Not signed off")).toBeVisible();
  await expect(officer.getByText("A figure is below what was said.")).toHaveCount(0);
  await officer.goto(`${claim}/withdraw`);
  await officer.getByLabel("Reason").fill("Counted twice");
  await officer.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(officer.getByText("Withdrawn", { exact: true }).first()).toBeVisible();
  await officer.goto(`${claim}/history`);
  await expect(officer.getByText("Counted twice").first()).toBeVisible();
});

test("a manager reads in Chinese what was said, what it was then, and what it is now", async ({ as }) => {
  const page = await as("MANAGER", "zh");
  await page.goto("/claims?asOf=2022-11-01");
  await page.getByRole("link", { name: "2022-F6" }).click();
  const row = page.getByRole("row", { name: /从业人数/ });
  await expect(row).toContainText("不少于 3,000");
  await expect(row).toContainText("相符");
  await expect(
    page.getByText("腾飞科技园（OneHub GKC）一期入驻企业逾400家", { exact: false }).first(),
  ).toBeVisible();
});
