import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("an officer reports on a milestone, and only a manager re-baselines it, with a reason", async ({
  as,
}) => {
  const [officer, manager] = [await as("OFFICER"), await as("MANAGER")];
  const code = unique("PR-");
  await officer.goto("/projects/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Project ${code}`);
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Project ${code}` })).toBeVisible();
  const project = new URL(officer.url()).pathname;
  for (const [title, baseline] of [
    ["First", "2022-06-30"],
    ["Second", "2030-06-30"],
  ] as const) {
    await officer.goto(`/milestones/new?project=${project.split("/").at(-1)}`);
    await officer.getByLabel("Title, English").fill(title);
    await officer.getByRole("textbox", { name: "Baseline" }).fill(baseline);
    await officer.getByRole("button", { name: "Save" }).click();
    await expect(officer.getByRole("row", { name: new RegExp(title) })).toBeVisible();
  }
  await officer.getByRole("link", { name: "Mark as done: First" }).click();
  await officer.getByRole("textbox", { name: "Done on" }).fill("2022-07-10");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(
    officer.getByText("Say what shows that it is done, attach a file first").first(),
  ).toBeVisible();
  await expect(officer.getByRole("textbox", { name: "Done on" })).toHaveValue("2022-07-10");
  await officer.getByRole("textbox", { name: /^Evidence/ }).fill("Protocol 7");
  await officer.getByRole("button", { name: "Save" }).click();
  // 2022-07-10 is ten days after 2022-06-30; one of two equal weights is done: 50 %.
  await expect(officer.getByRole("row", { name: /First/ })).toContainText("+10");
  await expect(officer.getByText("50.0%").first()).toBeVisible();
  await officer.getByRole("link", { name: "Forecast: Second" }).click();
  await officer.getByRole("textbox", { name: "Forecast" }).fill("2030-09-30");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("row", { name: /Second/ })).toContainText("+92");

  await expect(officer.getByRole("link", { name: "Re-baseline: Second" })).toHaveCount(0);
  await manager.goto(project);
  await manager.getByRole("link", { name: "Re-baseline: Second" }).click();
  await manager.getByRole("textbox", { name: "Baseline" }).fill("2030-09-30");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByText("Fill this in.").first()).toBeVisible();
  await manager.getByLabel("Reason").fill("The council agreed");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByRole("row", { name: /Second/ })).toContainText("2030-09-30");
  await manager.getByRole("link", { name: "History" }).click();
  await expect(manager.getByText("The council agreed").first()).toBeVisible();
});

test("a milestone is done without evidence for a reason alone, and that is told and counted, in Chinese too", async ({
  as,
}) => {
  const officer = await as("OFFICER");
  const code = unique("PR-");
  await officer.goto("/projects/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Project ${code}`);
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Project ${code}` })).toBeVisible();
  const project = new URL(officer.url()).pathname;
  await officer.goto(`/milestones/new?project=${project.split("/").at(-1)}`);
  await officer.getByLabel("Title, English").fill("Opened");
  await officer.getByRole("textbox", { name: "Baseline" }).fill("2022-06-30");
  await officer.getByRole("textbox", { name: "Done on" }).fill("2022-06-30");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByText("Say what shows that it is done").first()).toBeVisible();
  await expect(officer.getByLabel("Title, English")).toHaveValue("Opened");
  await officer.getByRole("textbox", { name: "Why there is no evidence" }).fill("The archive burnt down");
  await officer.getByRole("button", { name: "Save" }).click();
  const row = officer.getByRole("row", { name: /Opened/ });
  await expect(row).toContainText("Done without evidence, because The archive burnt down");
  await expect(officer.getByText("1 milestone is done without evidence")).toBeVisible();
  const chinese = await as("OFFICER", "zh");
  await chinese.goto(project);
  await expect(chinese.getByText("1 个里程碑已完成但无依据")).toBeVisible();
  await chinese.getByRole("link", { name: "撤回: Opened" }).click();
  await chinese.getByRole("textbox", { name: /^依据/ }).fill("验收单第7号");
  await chinese.getByRole("button", { name: "保存" }).click();
  await expect(chinese.getByText("1 个里程碑已完成但无依据")).toHaveCount(0);
  await expect(chinese.getByRole("row", { name: /Opened/ })).toContainText("验收单第7号");
});

test("a project's money is added up in the currency that is chosen, at the rate of its own day, in both languages", async ({
  as,
}) => {
  const officer = await as("OFFICER");
  const code = unique("PR-");
  // A day of this run's own, since a pair has one rate a day.
  const day = new Date(Date.UTC(1985, 0, 1) + (Date.now() % 9000) * 86_400_000).toISOString().slice(0, 10);
  await officer.goto("/projects/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Project ${code}`);
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Project ${code}` })).toBeVisible();
  const money = `${new URL(officer.url()).pathname}/money`;
  await officer.goto(`${money}/new`);
  await officer.getByRole("textbox", { name: "Day" }).fill(day);
  await officer.getByLabel("Amount", { exact: true }).fill("640");
  await officer.getByLabel("Where it is said").fill("Return");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("row", { name: new RegExp(day) })).toContainText("CNY 640.00");
  // No rate, no total: never one to one.
  await expect(officer.getByText(`There is no rate from CNY to USD for ${day}.`)).toBeVisible();
  await expect(officer.getByRole("row", { name: /All, in USD/ })).not.toContainText("640");
  await officer.getByRole("link", { name: "Add this rate" }).click();
  await expect(officer.getByRole("textbox", { name: "Day" })).toHaveValue(day);
  for (const wrong of ["0", "-6.4", "1e400"]) {
    await officer.getByLabel("Rate", { exact: true }).fill(wrong);
    await officer.getByRole("button", { name: "Save" }).click();
    await expect(officer.getByLabel("Rate", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(officer.getByLabel("Rate", { exact: true })).toHaveValue(wrong);
  }
  await officer.getByLabel("Rate", { exact: true }).fill("6.4");
  await officer.getByLabel("Source").fill("A bank");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `USD/CNY ${day}` })).toBeVisible();
  await officer.goto(money);
  // 640 / 6.4
  await expect(officer.getByRole("row", { name: /All, in USD/ })).toContainText("100.00");
  await officer.getByRole("combobox", { name: "Total in" }).selectOption("CNY");
  await officer.getByRole("main").getByRole("button", { name: "Apply" }).click();
  await expect(officer.getByRole("row", { name: /All, in CNY/ })).toContainText("640.00");
  expect(new URL(officer.url()).searchParams.get("in")).toBe("CNY");
  const chinese = await as("MANAGER", "zh");
  await chinese.goto(money);
  await expect(chinese.getByRole("row", { name: /折合 USD 合计/ })).toContainText("100.00");
  await chinese.getByRole("combobox", { name: "合计币种" }).selectOption("CNY");
  await chinese.getByRole("main").getByRole("button", { name: "筛选" }).click();
  await expect(chinese.getByRole("row", { name: /折合 CNY 合计/ })).toContainText("640.00");
});
