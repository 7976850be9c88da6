import { choose, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("the timeline groups by what the address says, is led through by keys, and opens a trend", async ({
  as,
}) => {
  const manager = await as("MANAGER");
  await manager.goto("/reports/timeline?asOf=2022-11-01&by=cluster");
  await expect(manager.getByRole("heading", { level: 1, name: "Portfolio timeline" })).toBeVisible();
  await expect(manager.getByRole("heading", { level: 2, name: /Biomedicine/ })).toBeVisible();
  const rows = manager.locator("[data-row]");
  await rows.first().focus();
  await manager.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await manager.keyboard.press("End");
  await expect(rows.last()).toBeFocused();
  await manager.keyboard.press("Home");
  await expect(rows.first()).toBeFocused();
  await manager.getByRole("link", { name: "Show it as a table" }).click();
  await expect(manager.getByRole("columnheader", { name: "Baseline", exact: true })).toBeVisible();
  await expect(manager.locator("[data-row]")).toHaveCount(0);
  const boxes = manager.getByRole("checkbox", { name: /CSP-00/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await manager.getByRole("button", { name: "Show the trend" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Milestone trend" })).toBeVisible();
  await expect(manager.getByRole("img", { name: /forecasts of 2 milestones/ })).toBeVisible();
  await manager.locator("summary", { hasText: "The trend as a table" }).click();
  await expect(manager.getByRole("columnheader", { name: "Expected on" })).toBeVisible();
  const chinese = await as("OFFICER", "zh");
  await chinese.goto("/reports/timeline?asOf=2022-11-01&by=park&show=late");
  await expect(chinese.getByRole("heading", { level: 1, name: "项目组合时间线" })).toBeVisible();
});

test("a project grows: partner, money, register, declared colour, dependency and a proposed baseline", async ({
  as,
}) => {
  const [officer, manager] = [await as("OFFICER"), await as("MANAGER")];
  const code = unique("PR-");
  await officer.goto("/projects/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Project ${code}`);
  await officer.getByRole("button", { name: "Add a partner" }).click();
  await choose(officer, "Firm of the zone (optional)", "NCS");
  await officer.getByRole("combobox", { name: "Role" }).selectOption({ label: "Technology" });
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("link", { name: "NCS", exact: true })).toBeVisible();
  const project = new URL(officer.url()).pathname;

  await officer.goto(`${project}/money/new`);
  await officer.getByRole("textbox", { name: "Day" }).fill("2022-06-30");
  await officer.getByLabel("Amount", { exact: true }).fill("1.5万");
  await officer.getByLabel("Where it is said").fill("Return");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("row", { name: /2022-06-30/ })).toContainText("CNY 15,000.00");

  await officer.goto(`${project}/register/new`);
  await officer.getByRole("combobox", { name: "Severity" }).selectOption({ label: "High" });
  await officer.getByLabel("In English").fill("Steel is late");
  await officer.getByRole("button", { name: "Save" }).click();
  await officer.getByRole("link", { name: "Steel is late" }).click();
  await officer.getByLabel("Outcome").fill("It came");
  await officer.getByRole("button", { name: "Close", exact: true }).click();
  await expect(officer.getByRole("row", { name: /Steel is late/ })).toContainText("It came");

  await officer.goto(`${project}/declare`);
  await officer.getByLabel("Reason").fill("The permit is late");
  await officer.getByRole("button", { name: "Declare its progress" }).click();
  await expect(officer.getByText(/The permit is late/).first()).toBeVisible();

  for (const [title, baseline] of [
    ["First", "2030-06-30"],
    ["Then", "2030-05-31"],
  ] as const) {
    await officer.goto(`/milestones/new?project=${project.split("/").at(-1)}`);
    await officer.getByLabel("Title, English").fill(title);
    await officer.getByRole("textbox", { name: "Baseline" }).fill(baseline);
    await officer.getByRole("button", { name: "Save" }).click();
    await expect(officer.getByRole("row", { name: new RegExp(title) })).toBeVisible();
  }
  await officer.getByRole("link", { name: "Dependencies: Then" }).click();
  await officer.getByRole("combobox", { name: "Waits for" }).selectOption({ label: "First" });
  await officer.getByRole("button", { name: "Add" }).click();
  await expect(officer.getByRole("button", { name: "Remove: First" })).toBeVisible();
  await officer.goto(project);
  // 30 June is thirty days after 31 May.
  await expect(officer.getByRole("row", { name: /Then/ })).toContainText("30 days too late");

  await officer.getByRole("link", { name: "Propose a baseline: Then" }).click();
  await officer.getByRole("textbox", { name: "Baseline" }).fill("2030-07-31");
  await officer.getByLabel("Reason").fill("It waits for the first");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("row", { name: /Then/ })).toContainText("Proposed baseline: 2030-07-31");
  await expect(officer.getByRole("link", { name: "Decide on the baseline: Then" })).toHaveCount(0);
  await manager.goto(project);
  await manager.getByRole("link", { name: "Decide on the baseline: Then" }).click();
  await expect(manager.getByText("It waits for the first")).toBeVisible();
  await manager.getByRole("button", { name: "Approve" }).click();
  await expect(manager.getByRole("row", { name: /Then/ })).toContainText("2030-07-31");
  await manager.goto(`${project}/history`);
  await expect(manager.getByText("Approved a baseline").first()).toBeVisible();
});
